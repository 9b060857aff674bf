package org.spoolscope.ui.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.control.Tone;

/// Made-up journeys.
final class TestingTimelines {
    private static final Instant FIRST = TestingLog.NOW.minusSeconds(6_720);

    private TestingTimelines() {}

    /// One recipient delivered, one bounced, one deferred four times; held and released between.
    static Timeline campaign() {
        List<TimelineStep> steps = new ArrayList<>();
        steps.add(
                plain(0, "Received", "from app1.shop.example [192.0.2.20], authenticated as app"));
        steps.add(plain(80, "Queued", "3 recipients, 4,300 bytes"));
        steps.add(
                new TimelineStep(
                        FIRST.plusMillis(1_290),
                        TimelineStep.Kind.SENT,
                        text("Sent"),
                        text("kari@firma.example"),
                        text("250 2.0.0 Ok: queued as 4XkP2"),
                        new Stages(180, 60, 430, 530),
                        text("1.2 s"),
                        List.of(
                                new TimelineStep.Link(
                                        text("Continues on relay-osl as 4jYLjVBCDFzBxDf"),
                                        "relay-osl",
                                        "4jYLjVBCDFzBxDf"))));
        steps.add(
                new TimelineStep(
                        FIRST.plusMillis(2_020),
                        TimelineStep.Kind.BOUNCED,
                        text("Bounced"),
                        text("per@uni.example"),
                        text("550 5.1.1 User unknown (in reply to RCPT TO)"),
                        new Stages(180, 60, 780, 880),
                        text("1.9 s"),
                        List.of(
                                new TimelineStep.Link(
                                        text("Notice 4jYLjVBCDGzBxDf"),
                                        "mail1",
                                        "4jYLjVBCDGzBxDf"))));
        steps.add(deferred(3_600, "3.6 s", 180, 60, 1_400, 1_900));
        steps.add(deferred(439_000, "7 min", 430_000, 3_000, 2_000, 4_000));
        steps.add(
                new TimelineStep(
                        FIRST.plusMillis(3_051_000),
                        TimelineStep.Kind.HELD,
                        text("Held"),
                        DisplayText.EMPTY,
                        text("by an administrator on the server"),
                        null,
                        DisplayText.EMPTY,
                        List.of()));
        steps.add(plain(3_644_000, "Released", "by an administrator on the server"));
        steps.add(deferred(6_008_000, "1 h 40 min", 6_000_000, 3_000, 2_000, 3_000));
        return new Timeline(
                "mail1",
                "4jYLjV1VpyzBxDf",
                FIRST,
                FIRST,
                text("deferred"),
                Tone.WARN,
                text("news@shop.example"),
                List.of(
                        text("ola@gmail.example"),
                        text("kari@firma.example"),
                        text("per@uni.example")),
                text("<8812.x@shop.example>"),
                4_300,
                true,
                true,
                steps,
                0);
    }

    /// Another one, of which only the end is known.
    static Timeline cut(int number) {
        return new Timeline(
                "mail2",
                TestingLog.id(number),
                FIRST.plusSeconds(number),
                FIRST.plusSeconds(number),
                text("sent"),
                Tone.OK,
                DisplayText.EMPTY,
                List.of(text("ola@gmail.example")),
                DisplayText.EMPTY,
                -1,
                false,
                false,
                List.of(
                        new TimelineStep(
                                FIRST.plusSeconds(number),
                                TimelineStep.Kind.SENT,
                                text("Sent"),
                                text("ola@gmail.example"),
                                text("250 2.0.0 Ok"),
                                new Stages(100, 0, 0, 200),
                                text("300 ms"),
                                List.of())),
                12);
    }

    private static TimelineStep plain(long millis, String word, String what) {
        return new TimelineStep(
                FIRST.plusMillis(millis),
                TimelineStep.Kind.PLAIN,
                text(word),
                DisplayText.EMPTY,
                text(what),
                null,
                DisplayText.EMPTY,
                List.of());
    }

    private static TimelineStep deferred(
            long millis, String delay, double a, double b, double c, double d) {
        return new TimelineStep(
                FIRST.plusMillis(millis),
                TimelineStep.Kind.DEFERRED,
                text("Deferred"),
                text("ola@gmail.example"),
                text(
                        "421 4.7.28 Our system has detected an unusual rate of unsolicited mail"
                                + " originating from your IP address (in reply to end of DATA)"),
                new Stages(a, b, c, d),
                text(delay),
                List.of());
    }

    private static DisplayText text(String text) {
        return DisplayText.of(text);
    }
}
