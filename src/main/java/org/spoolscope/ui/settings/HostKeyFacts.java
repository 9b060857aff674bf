package org.spoolscope.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// What there is to compare about a host key.
final class HostKeyFacts {
    private HostKeyFacts() {}

    /// A key that is not on file yet: the fingerprint, and where to find the true one.
    static Node unknown(LinkFailure.HostKeyUnknown shown) {
        DisplayText known =
                shown.knownTypes().isEmpty()
                        ? Words.get("settings.hostkey.known.none")
                        : DisplayText.of(String.join(", ", shown.knownTypes()));
        DisplayText command =
                Words.get("settings.hostkey.compare.command", shortType(shown.keyType()));
        return new Facts()
                .text(
                        "host-key-type",
                        Words.get("settings.hostkey.type"),
                        DisplayText.of(shown.keyType()))
                .text(
                        "host-key-fingerprint",
                        Words.get("settings.hostkey.fingerprint"),
                        DisplayText.of(shown.fingerprint()),
                        Style.MONO)
                .text("host-key-known", Words.get("settings.hostkey.known"), known)
                .node(
                        Words.get("settings.hostkey.compare"),
                        Boxes.column(
                                Style.GAP_4,
                                Labels.wrapped(Words.get("settings.hostkey.compare.how")),
                                command("host-key-command", command)));
    }

    /// A key that is another than the one on file.
    static Node changed(LinkFailure.HostKeyChanged changed) {
        return new Facts()
                .text(
                        "host-key-type",
                        Words.get("settings.hostkey.type"),
                        DisplayText.of(changed.keyType()))
                .text(
                        "host-key-on-file",
                        Words.get("settings.hostkey-changed.on-file"),
                        DisplayText.of(changed.knownFingerprint()),
                        Style.MONO)
                .text(
                        "host-key-shown",
                        Words.get("settings.hostkey-changed.shown"),
                        DisplayText.of(changed.shownFingerprint()),
                        Style.MONO)
                .text(
                        "host-key-where",
                        Words.get("settings.hostkey-changed.where"),
                        DisplayText.of(changed.where()),
                        Style.MONO);
    }

    /// A command to run elsewhere, and a button that copies it.
    static Node command(String id, DisplayText command) {
        return CopyLines.of(id, List.of(command));
    }

    /// `ed25519` of `ssh-ed25519`, as sshd names its key files.
    private static String shortType(String keyType) {
        String type = keyType.toLowerCase(Locale.ROOT);
        if (type.contains("ed25519")) {
            return "ed25519";
        }
        return type.contains("ecdsa") ? "ecdsa" : "rsa";
    }
}
