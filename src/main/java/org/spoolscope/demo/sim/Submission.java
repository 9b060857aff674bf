package org.spoolscope.demo.sim;

import java.util.List;

/// A message that somebody hands to Postfix.
record Submission(Way way, Sender sender, int size, List<Message.Addressee> to) {
    /// How it comes in.
    enum Way {
        /// From another mail server, or a host in mynetworks.
        SMTP,
        /// From a person's mail program, logged in.
        SUBMISSION,
        /// With sendmail(1) on the host itself, through the maildrop queue.
        SENDMAIL
    }
}
