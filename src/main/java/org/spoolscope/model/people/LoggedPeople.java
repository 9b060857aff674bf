package org.spoolscope.model.people;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Postfix, and some that log beside it, say of people without a domain, and of what they
/// wrote.
final class LoggedPeople {
    /// One such form.
    ///
    /// @param hint stands in every text that it is found in
    /// @param pattern with what names somebody as its group
    private record Logged(String hint, Pattern pattern) {
        Logged(String hint, String pattern) {
            this(hint, Pattern.compile(pattern));
        }
    }

    private static final List<Logged> LOGGED =
            List.of(
                    new Logged("sasl_", "\\bsasl_(?:username|sender)=([^,@]+?)(?=,|$|@|%40)"),
                    new Logged("user=", "\\buser=([^,\\s<>@;)]+)"),
                    new Logged("header ", "\\b[a-z]+: header [!-9;-~]+: (.+)(?=; from=<)"),
                    new Logged("header ", "\\b[a-z]+: header [!-9;-~]+: (.+?)(?=; from=<|$)"),
                    new Logged("header ", "\\b(?:replace|prepend): header [!-9;-~]+: (.+)"),
                    new Logged("body ", "\\b[a-z]+: body (.+)(?=; from=<)"),
                    new Logged("body ", "\\b[a-z]+: body (.+?)(?=; from=<|$)"),
                    new Logged("body ", "\\b(?:replace|prepend): body (.+)"),
                    new Logged("non-SMTP command", "non-SMTP command\\b.*?: (.+)"),
                    new Logged("NON-SMTP COMMAND", "NON-SMTP COMMAND\\b.*?: (.+)"),
                    new Logged("command pipelining", "command pipelining\\b.*?: (.+)"),
                    new Logged("COMMAND PIPELINING", "COMMAND PIPELINING\\b.*?: (.+)"),
                    new Logged(" command: ", "\\b[A-Z]{4}(?: TO| FROM)? command: ([^;<]+)"),
                    new Logged("/home/", "/home/([^\\s:;,)'\"]+)"),
                    new Logged("/var/", "/var/(?:spool/)?v?mail/([^\\s:;,)'\"]+)"),
                    new Logged("fatal: ", "\\bfatal: (?:User )?([\\w.-]+)\\(\\d+\\)"),
                    new Logged("User ", "\\bUser ([\\w.-]+)\\(\\d+\\)"),
                    new Logged("delivered to ", "delivered to (?:command|file): (.+?)(?=\\)?$)"),
                    new Logged("lookup of ", "\\blookup of '?([^'\\s]+)"),
                    new Logged("nesting for ", "\\bnesting for '?([^'\\s]+)"),
                    new Logged("expansion of ", "\\bexpansion of '?([^'\\s]+)"));

    private LoggedPeople() {}

    /// Whether it is worth while to look.
    static boolean mayBeIn(String text) {
        return LOGGED.stream().anyMatch(logged -> text.contains(logged.hint()));
    }

    static void find(String text, Consumer<Part> found) {
        for (Logged logged : LOGGED) {
            if (text.contains(logged.hint())) {
                Matcher matcher = logged.pattern().matcher(text);
                while (matcher.find()) {
                    if (!Accounts.isNobody(matcher.group(1))) {
                        found.accept(new Part(matcher.start(1), matcher.end(1), false));
                    }
                }
            }
        }
    }
}
