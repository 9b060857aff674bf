package org.spoolscope.ui.destination;

import java.util.List;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;

/// A made-up fleet with destinations of every kind.
final class TestingDestinations {
    private TestingDestinations() {}

    static FleetSnapshot one() {
        return new FleetSnapshot(List.of(server("mail1", busy())));
    }

    static FleetSnapshot several() {
        return new FleetSnapshot(
                List.of(
                        server("mail1", busy()),
                        server(
                                "mail2",
                                TestingLog.of()
                                        .destinations(
                                                TestingLog.destination(
                                                        "Gmail", true, 9_000, 20, 4, 900),
                                                TestingLog.destination(
                                                        "kommune.example",
                                                        false,
                                                        12,
                                                        0,
                                                        0,
                                                        450_000))
                                        .build()),
                        server(
                                "relay-osl",
                                TestingLog.of()
                                        .source(new LogSource.None("no file and no journal"))
                                        .build())));
    }

    static LogSnapshot busy() {
        return TestingLog.of()
                .destinations(
                        TestingLog.destination("Gmail", true, 14_210, 6_024, 18, 1_240),
                        TestingLog.destination("Microsoft", true, 8_120, 310, 402, 2_300),
                        TestingLog.destination("Yahoo", true, 4_004, 55, 9, 820),
                        TestingLog.destination("firma.example", false, 1_204, 0, 0, 410),
                        TestingLog.destination("uni.example", false, 240, 0, 31, 95_000),
                        TestingLog.destination("nowhere.example", false, 0, 88, 0, 0),
                        TestingLog.destination(
                                "very-long-and-\u202ehostile-name.department.example",
                                false,
                                3,
                                0,
                                1,
                                9))
                .build();
    }

    static ServerSnapshot server(String name, LogSnapshot log) {
        return TestingLog.with(TestingSnapshot.of(name).build(), log);
    }
}
