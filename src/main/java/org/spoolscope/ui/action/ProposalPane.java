package org.spoolscope.ui.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.settings.Facts;
import org.spoolscope.ui.theme.Style;

/// What an action would be about: how much, how old, whose, a few of them, and what it leaves out.
final class ProposalPane extends VBox {
    private static final int SAMPLE = 5;
    private static final int NAME_LENGTH = 60;

    private final Proposal proposal;
    private final Instant now;

    /// @param now what ages count up to
    ProposalPane(Proposal proposal, Instant now) {
        this.proposal = proposal;
        this.now = now;
        setId("action-proposal");
        getStyleClass().add(Style.GAP_14);
        getChildren().add(facts());
        if (proposal.messages() > 0) {
            getChildren().add(sample());
        }
    }

    private Facts facts() {
        Facts facts = new Facts();
        facts.text("action-servers", Words.get("action.dialog.servers"), servers());
        Preview whole = proposal.whole();
        if (whole.oldest() != null && whole.newest() != null) {
            facts.text("action-ages", Words.get("action.dialog.age"), ages(whole));
            facts.text("action-queues", Words.get("action.dialog.queues"), queues(whole));
            facts.text(
                    "action-senders",
                    Words.get("action.dialog.senders"),
                    counted(whole.senders(), ProposalPane::sender, whole.senderCount()));
            facts.text(
                    "action-domains",
                    Words.get("action.dialog.domains"),
                    counted(whole.domains(), ProposalPane::domain, whole.domainCount()));
        }
        DisplayText leftOut = leftOut();
        if (!leftOut.isEmpty()) {
            facts.text("action-left-out", Words.get("action.dialog.left-out"), leftOut);
        }
        return facts;
    }

    private DisplayText servers() {
        if (proposal.parts().isEmpty()) {
            return Words.get("action.dialog.nowhere");
        }
        boolean each = proposal.parts().size() > 1 && proposal.verb() != Verb.FLUSH;
        return join(
                proposal.parts(),
                part ->
                        each
                                ? Words.get(
                                        "action.dialog.server",
                                        part.server(),
                                        Figures.count(part.preview().messages().size()))
                                : DisplayText.of(part.server()));
    }

    private DisplayText ages(Preview whole) {
        Instant oldest = whole.oldest() == null ? now : whole.oldest();
        Instant newest = whole.newest() == null ? now : whole.newest();
        DisplayText size = DisplayText.of(Figures.bytes(whole.bytes()));
        return whole.messages().size() == 1
                ? Words.get("action.dialog.age.one", age(oldest), size)
                : Words.get("action.dialog.ages", age(oldest), age(newest), size);
    }

    private static DisplayText queues(Preview whole) {
        List<Map.Entry<QueueName, Integer>> queues =
                whole.queues().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return join(
                queues,
                queue ->
                        Words.get(
                                "action.dialog.counted",
                                queue.getKey().label(),
                                Figures.count(queue.getValue())));
    }

    private static DisplayText counted(
            List<Preview.Counted> most, Function<String, DisplayText> name, int all) {
        DisplayText named =
                join(
                        most,
                        one ->
                                Words.get(
                                        "action.dialog.counted",
                                        name.apply(one.name()),
                                        Figures.count(one.messages())));
        int others = all - most.size();
        return others == 0
                ? named
                : Words.get("action.dialog.and-others", named, Figures.count(others));
    }

    private DisplayText leftOut() {
        List<DisplayText> why = new ArrayList<>();
        proposal.whole()
                .leftOut()
                .forEach((reason, messages) -> why.add(ActionWording.leftOut(reason, messages)));
        proposal.readOnly()
                .forEach((server, messages) ->
                        why.add(
                                messages == 0
                                        ? Words.get("action.dialog.read-only", server)
                                        : Words.get(
                                                "action.dialog.read-only.messages",
                                                Figures.count(messages),
                                                server)));
        return join(why.stream().sorted().toList(), Function.identity());
    }

    private Node sample() {
        GridPane grid = new GridPane();
        grid.setId("action-sample");
        grid.setHgap(14);
        grid.setVgap(4);
        ColumnConstraints whole = new ColumnConstraints();
        whole.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setMinWidth(0);
        grid.getColumnConstraints().addAll(whole, whole, rest);
        List<QueuedMessage> messages = proposal.whole().messages();
        List<QueuedMessage> some = messages.subList(0, Math.min(SAMPLE, messages.size()));
        for (QueuedMessage message : some) {
            Label who =
                    Labels.of(
                            Words.get(
                                    "action.dialog.from-to",
                                    sender(message.sender()),
                                    to(message)));
            who.setMinWidth(0);
            grid.addRow(
                    grid.getRowCount(),
                    Labels.whole(Labels.of(DisplayText.of(message.id().value()), Style.MONO)),
                    Labels.whole(Labels.of(age(message.arrival()), Style.MUTED)),
                    who);
        }
        DisplayText heading =
                messages.size() > some.size()
                        ? Words.get(
                                "action.dialog.sample", some.size(), Figures.count(messages.size()))
                        : Words.get("action.dialog.all");
        return Boxes.column(Style.GAP_8, Labels.of(heading, Style.SMALL, Style.SUBTLE), grid);
    }

    private static DisplayText to(QueuedMessage message) {
        List<Recipient> recipients = message.recipients();
        if (recipients.isEmpty()) {
            return Words.get("action.dialog.nobody");
        }
        DisplayText first = DisplayText.ofPerson(recipients.getFirst().address()).clip(NAME_LENGTH);
        return recipients.size() == 1
                ? first
                : Words.get("action.dialog.and-more", first, Figures.count(recipients.size() - 1L));
    }

    private DisplayText age(Instant arrival) {
        return DisplayText.of(Figures.span(Duration.between(arrival, now)));
    }

    /// The null sender has no name of its own.
    private static DisplayText sender(String address) {
        return address.isEmpty()
                ? Words.get("action.dialog.null-sender")
                : DisplayText.ofPerson(address).clip(NAME_LENGTH);
    }

    private static DisplayText domain(String name) {
        return name.isEmpty()
                ? Words.get("action.dialog.null-sender")
                : DisplayText.of(name).clip(NAME_LENGTH);
    }

    private static <T> DisplayText join(List<T> parts, Function<T, DisplayText> text) {
        return DisplayText.join(" · ", parts.stream().map(text).toList());
    }
}
