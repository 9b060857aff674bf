package org.spoolscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LinkFailure.HostKeyUnknown;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Connects as `ssh` does: a person at the terminal is asked about an unknown host key and for the
/// passphrase of a key; where nobody is there, both end the command.
final class Login {
    private static final int PASSPHRASE_TRIES = 3;

    private final Ssh ssh;
    private final Terminal terminal;
    private final ServerConfig server;
    private int wrongPassphrases;

    Login(Ssh ssh, Terminal terminal, ServerConfig server) {
        this.ssh = ssh;
        this.terminal = terminal;
        this.server = server;
    }

    /// @throws Failure with the link's sentence
    SshConnection connect() throws Failure, InterruptedException {
        while (true) {
            try {
                return ssh.connect(server, this::passphrase);
            } catch (SshException e) {
                if (!mended(e.failure())) {
                    throw failure(e.failure());
                }
            }
        }
    }

    /// Whether the person has done what another try needs.
    private boolean mended(LinkFailure failure) throws Failure {
        return switch (failure) {
            case HostKeyUnknown unknown -> accepted(unknown);
            case LinkFailure.PassphraseNeeded(_, boolean wrong) when wrong ->
                    terminal.prompt().isThere() && ++wrongPassphrases < PASSPHRASE_TRIES;
            default -> false;
        };
    }

    private boolean accepted(HostKeyUnknown unknown) throws Failure {
        if (!terminal.prompt().isThere()) {
            return false;
        }
        Failure.link(server.name(), unknown).lines().forEach(terminal::say);
        DisplayText question = Words.get("cli.hostkey.question");
        String answer = terminal.prompt().ask(question);
        while (answer != null && !isYes(answer) && !isNo(answer)) {
            answer = terminal.prompt().ask(Words.get("cli.hostkey.yes-or-no"));
        }
        if (answer == null || !isYes(answer)) {
            throw new Failure(
                    ExitStatus.NOT_CONNECTED, List.of(Words.get("cli.hostkey.not-accepted")));
        }
        try {
            ssh.trust(unknown);
            return true;
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.NOT_CONNECTED,
                    List.of(Words.get("cli.hostkey.not-written", String.valueOf(e.getMessage()))));
        }
    }

    private static boolean isYes(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    private static boolean isNo(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT).equals("no");
    }

    private char @Nullable [] passphrase(String keyFile) {
        return terminal.prompt().askSecret(Words.get("cli.passphrase", keyFile));
    }

    private Failure failure(LinkFailure failure) {
        List<DisplayText> lines = new ArrayList<>(Failure.link(server.name(), failure).lines());
        if (failure instanceof HostKeyUnknown) {
            lines.add(Words.get("cli.hostkey.how", server.name()));
        } else if (failure instanceof LinkFailure.PassphraseNeeded
                && !terminal.prompt().isThere()) {
            lines.add(Words.get("cli.passphrase.how", server.name()));
        }
        return new Failure(ExitStatus.NOT_CONNECTED, lines);
    }
}
