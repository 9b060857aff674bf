package org.spoolscope.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Style;

/// Opens the dialogs about servers. JavaFX thread.
public final class ServerDialogs {
    private static final double WIDTH = 560;

    private final ModalLayer layer;
    private final ServerRegistry registry;
    private final Background background;
    private final FileChoice files;

    public ServerDialogs(
            ModalLayer layer, ServerRegistry registry, Background background, FileChoice files) {
        this.layer = layer;
        this.registry = registry;
        this.background = background;
        this.files = files;
    }

    /// Opens the form for a new server.
    ///
    /// @param saved called with the new server once it is saved
    public void add(Consumer<ServerConfig> saved) {
        form(null, saved);
    }

    /// Opens the form with a server's settings.
    ///
    /// @param saved called with the changed server once it is saved
    public void edit(ServerConfig server, Consumer<ServerConfig> saved) {
        form(server, saved);
    }

    /// Asks before a server is forgotten.
    ///
    /// @param removed called once it is
    public void remove(String name, Runnable removed) {
        ModalDialog dialog =
                new ModalDialog(
                        "remove-dialog",
                        Words.get("settings.remove.title", name),
                        Words.get("settings.remove.subtitle", name),
                        WIDTH);
        RegistryEdit edit = new RegistryEdit(registry, background);
        Button keep = Buttons.of("remove-cancel", Words.get("settings.cancel"), dialog::close);
        Button remove =
                Buttons.danger(
                        "remove-confirm",
                        Words.get("settings.remove"),
                        () ->
                                edit.make(
                                        servers -> servers.remove(name),
                                        () -> {
                                            dialog.close();
                                            removed.run();
                                        }));
        remove.disableProperty().bind(edit.busy());
        dialog.body(problem(edit, "settings.not-removed"))
                .foot(Boxes.space(), keep, remove)
                .first(keep);
        layer.open(dialog);
    }

    /// Lets the person compare a key that is not on file, and accept it.
    public void hostKey(String name, LinkFailure.HostKeyUnknown shown) {
        ModalDialog dialog =
                new ModalDialog(
                        "host-key-dialog",
                        Words.get("settings.hostkey.title", shown.hostAndPort()),
                        Words.get("settings.hostkey.subtitle"),
                        WIDTH);
        RegistryEdit edit = new RegistryEdit(registry, background);
        Button cancel = Buttons.of("host-key-cancel", Words.get("settings.cancel"), dialog::close);
        Button accept =
                Buttons.primary(
                        "host-key-accept",
                        Words.get("settings.hostkey.accept"),
                        () -> edit.make(servers -> servers.trust(name, shown), dialog::close));
        accept.disableProperty().bind(edit.busy());
        dialog.body(HostKeyFacts.unknown(shown), problem(edit, "settings.hostkey.not-accepted"))
                .foot(Boxes.space(), cancel, accept)
                .first(cancel);
        layer.open(dialog);
    }

    /// Says that a key has changed. There is no way on from here but out.
    public void hostKeyChanged(LinkFailure.HostKeyChanged changed) {
        ModalDialog dialog =
                new ModalDialog(
                        "host-key-changed-dialog",
                        Words.get("settings.hostkey-changed.title", changed.hostAndPort()),
                        Words.get("settings.hostkey-changed.subtitle"),
                        WIDTH);
        Button close = Buttons.of("host-key-close", Words.get("settings.close"), dialog::close);
        dialog.body(
                        HostKeyFacts.changed(changed),
                        Labels.wrapped(Words.get("settings.hostkey-changed.if"), Style.MUTED),
                        HostKeyFacts.command(
                                "host-key-remove",
                                Words.get(
                                        "settings.hostkey-changed.command", changed.hostAndPort())))
                .foot(Boxes.space(), close)
                .first(close)
                .tone(Tone.BAD);
        layer.open(dialog);
    }

    /// Asks for the passphrase of a key; the servers that wait for it connect anew.
    public void passphrase(LinkFailure.PassphraseNeeded needed) {
        ModalDialog dialog =
                new ModalDialog(
                        "passphrase-dialog",
                        Words.get("settings.passphrase.title"),
                        Words.get("settings.passphrase.subtitle", needed.keyFile()),
                        WIDTH);
        PassphraseEntry entry =
                new PassphraseEntry(
                        needed.wrong(),
                        typed -> {
                            dialog.close();
                            background.run(() -> registry.passphrase(needed.keyFile(), typed));
                        });
        Button cancel =
                Buttons.of("passphrase-cancel", Words.get("settings.cancel"), dialog::close);
        dialog.body(entry).foot(Boxes.space(), cancel).first(entry.input());
        layer.open(dialog);
    }

    private void form(@Nullable ServerConfig original, Consumer<ServerConfig> saved) {
        ServerDialog form =
                new ServerDialog(
                        new ServerFormViewModel(original, registry.names()),
                        new ConnectionTestViewModel(registry, background),
                        new RegistryEdit(registry, background),
                        files,
                        saved);
        layer.open(form.dialog());
    }

    /// Nothing, until a change has failed.
    private static Node problem(RegistryEdit edit, String headline) {
        Banner banner = new Banner();
        banner.setId("edit-problem");
        Boxes.show(banner, false);
        edit.problem()
                .addListener((_, _, why) -> {
                    banner.show(new Sentence(Words.get(headline), why), Tone.BAD, List.of());
                    Boxes.show(banner, !why.isEmpty());
                });
        return banner;
    }
}
