package org.spoolscope.demo.play;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Plays `read-message`. The account is not root; sudo lets it where it has all rights.
record ReadMessagePlay(SimulatedHost host) implements Play {
    private static final int EX_USAGE = 64;
    private static final int EX_NOPERM = 77;
    private static final int NOT_FOUND = 127;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String id = stdio.readLine();
        if (arguments.size() < 3 || id == null || !QueueId.isValid(id)) {
            return EX_USAGE;
        }
        boolean postfix = !host.has(Fault.NO_POSTQUEUE);
        stdio.print(
                "user\t"
                        + DemoAccount.USER
                        + "\npostcat\t"
                        + (postfix ? "/usr/sbin/postcat" : "")
                        + "\ndefault_config\t/etc/postfix\n\n");
        if (!postfix) {
            stdio.complain("postcat was not found");
            return NOT_FOUND;
        }
        if (!arguments.get(2).equals("sudo")) {
            stdio.complain("this account can not read the queue, and sudo is not to be asked");
            return EX_NOPERM;
        }
        if (host.profile().rights() != Profile.Rights.ALL) {
            stdio.complain("sudo: a password is required");
            return 1;
        }
        Optional<QueuedMessage> found =
                host.queue(arguments.getFirst()).stream()
                        .filter(message -> message.id().value().equals(id))
                        .findFirst();
        if (found.isEmpty()) {
            stdio.complain("postcat: fatal: open queue file " + id + ": No such file or directory");
            return 1;
        }
        stdio.print(arguments.get(1).equals("head") ? head(found.get()) : body(found.get()));
        return 0;
    }

    private static String head(QueuedMessage message) {
        String id = message.id().value();
        String time =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        message.arrival().atOffset(ZoneOffset.UTC));
        StringBuilder text = new StringBuilder();
        text.append("*** ENVELOPE RECORDS ")
                .append(message.queue().label())
                .append('/')
                .append(id)
                .append(" ***\nmessage_size: ")
                .append(message.size())
                .append("\nmessage_arrival_time: ")
                .append(time)
                .append("\nsender: ")
                .append(message.sender())
                .append('\n');
        for (Recipient recipient : message.recipients()) {
            text.append("recipient: ").append(recipient.address()).append('\n');
        }
        return text.append("*** MESSAGE CONTENTS ***\nReceived: by mail.example.com (Postfix) id ")
                .append(id)
                .append("; ")
                .append(time)
                .append("\nDate: ")
                .append(time)
                .append("\nFrom: ")
                .append(message.sender().isEmpty() ? "MAILER-DAEMON" : message.sender())
                .append("\nSubject: =?UTF-8?Q?V=C3=A5rens_nyheter?=\nMessage-Id: <")
                .append(id)
                .append("@mail.example.com>\nMIME-Version: 1.0\n")
                .append("Content-Type: text/plain; charset=utf-8\n\n")
                .toString();
    }

    private static String body(QueuedMessage message) {
        return "Hello,\n\nthis message is part of the simulation. In the queue it has "
                + message.size()
                + " bytes.\n\n-- \nThe demo fleet\n";
    }
}
