package org.spoolscope.postfix;

import java.util.ArrayList;
import java.util.List;

/// The exact lines that grant each thing Spoolscope does beyond what any account may.
///
/// Rules for sudo name full paths and full argument lists, no wildcard: a rule with `postsuper -d
/// *` would also allow `-d ALL` and `-c` with a configuration of the caller's own. Queue ids go on
/// standard input (`-`), so one rule serves for any number of them. Delete is limited to the hold
/// queue: what is deleted has been held and looked at before. See sudoers(5), postsuper(1).
///
/// @param user the account that logs in
/// @param postsuper absolute path on the server
/// @param postcat absolute path on the server
/// @param defaultConfigDirectory where Postfix looks when it is given no `-c`
public record Grants(String user, String postsuper, String postcat, String defaultConfigDirectory) {
    /// Argument lists of postsuper: hold, release, requeue, expire (Postfix 3.5), delete from hold.
    public static final List<String> POSTSUPER =
            List.of("-h -", "-H -", "-r -", "-e -", "-d - hold");

    /// For an account on a server where Postfix is where distributions put it.
    public static Grants standard(String user) {
        return new Grants(user, "/usr/sbin/postsuper", "/usr/sbin/postcat", "/etc/postfix");
    }

    /// The sudo rules for the actions on one instance.
    public List<String> actionRules(String configDirectory) {
        return POSTSUPER.stream()
                .map(arguments -> rule(postsuper + instanceOption(configDirectory) + arguments))
                .toList();
    }

    /// The sudo rule for reading envelope and headers, not the body, of one message. Its arguments
    /// are a regular expression: sudo 1.9.10 and later.
    public String readingRule(String configDirectory) {
        return postcatRule(configDirectory, "-e -h -q ");
    }

    /// The same for the body.
    public String bodyRule(String configDirectory) {
        return postcatRule(configDirectory, "-b -q ");
    }

    private String postcatRule(String configDirectory, String flags) {
        String option = instanceOption(configDirectory).strip();
        String arguments = option.isEmpty() ? flags : option + " " + flags;
        return rule(postcat + " ^" + arguments.replace(".", "[.]") + "[0-9A-Za-z]+$");
    }

    /// Lets the account list the queue of an instance.
    ///
    /// @param current what `authorized_mailq_users` holds now, which stays in force
    public String listingCommand(String configDirectory, String current) {
        return authorize("authorized_mailq_users", configDirectory, current);
    }

    /// Lets the account flush the queue of an instance.
    ///
    /// @param current what `authorized_flush_users` holds now, which stays in force
    public String flushingCommand(String configDirectory, String current) {
        return authorize("authorized_flush_users", configDirectory, current);
    }

    /// Lets the account read the mail log.
    ///
    /// @param log a file, `journal`, or empty where none was found
    /// @param group that may read the file, or empty
    public String logCommand(String log, String group) {
        if (log.isEmpty() || log.equals("journal")) {
            return "usermod -aG systemd-journal " + shellWord(user);
        }
        return group.isEmpty() || group.equals("root")
                ? "setfacl -m u:" + shellWord(user) + ":r " + shellWord(log)
                : "usermod -aG " + shellWord(group) + " " + shellWord(user);
    }

    /// A whole file for `/etc/sudoers.d`: the rules of all these instances.
    public String sudoersFile(List<String> configDirectories) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# What Spoolscope needs to act on the mail queue. Put your account's name in place of");
        lines.add("# " + user + ", then: install -m 0440 spoolscope /etc/sudoers.d/ && visudo -c");
        lines.add("#");
        lines.add(
                "# Exact arguments, no wildcard: -d ALL, another queue or another configuration stays");
        lines.add(
                "# refused. Queue ids come on standard input. Delete reaches held messages only.");
        lines.add("# Listing, retrying and flushing need no rule.");
        for (String directory : configDirectories) {
            lines.add("");
            lines.add("# " + directory + ": hold, release, requeue, expire, delete from hold");
            lines.addAll(actionRules(directory));
            lines.add(
                    "# Reading a message's envelope and headers (optional, sudo 1.9.10 or later):");
            lines.add("#" + readingRule(directory));
            lines.add("# Its body, too:");
            lines.add("#" + bodyRule(directory));
        }
        return String.join("\n", lines) + "\n";
    }

    private String rule(String command) {
        return sudoersWord(user) + " ALL=(root) NOPASSWD: " + command;
    }

    /// Between command and arguments: a space, and `-c DIR` for an instance that is not the
    /// default.
    private String instanceOption(String configDirectory) {
        return configDirectory.equals(defaultConfigDirectory)
                ? " "
                : " -c " + sudoersWord(configDirectory) + " ";
    }

    /// The first match in such a list decides (postqueue.c), so the account goes to the front.
    private String authorize(String parameter, String configDirectory, String current) {
        String users = current.isBlank() ? user + ", root" : user + ", " + current.strip();
        String option =
                configDirectory.equals(defaultConfigDirectory)
                        ? ""
                        : " -c " + shellWord(configDirectory);
        return "postconf" + option + " -e " + shellWord(parameter + " = " + users);
    }

    private static String sudoersWord(String text) {
        return text.replaceAll("[\\\\,:=!@()\" *?\\[\\]]", "\\\\$0");
    }

    private static String shellWord(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
