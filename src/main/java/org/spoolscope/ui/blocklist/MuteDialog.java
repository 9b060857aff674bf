package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.theme.Style;

/// Asks why a listing need not be heard of. Without a reason nothing is muted: who reads it later
/// must know.
final class MuteDialog {
    private static final double WIDTH = 480;

    private MuteDialog() {}

    /// @param mute told what is muted
    static ModalDialog of(Finding finding, Instant now, Consumer<List<Mute>> mute) {
        ModalDialog dialog =
                new ModalDialog(
                        "mute-dialog",
                        Words.get("blocklist.mute.title", finding.key().list()),
                        Words.get("blocklist.mute.about", finding.headline()),
                        WIDTH);
        TextField reason =
                Fields.text(
                        "mute-reason",
                        Words.get("blocklist.mute.reason"),
                        Words.get("blocklist.mute.reason.prompt"));
        Button confirm =
                Buttons.primary(
                        "mute-confirm",
                        Words.get("blocklist.mute.confirm"),
                        () -> {
                            dialog.close();
                            mute.accept(mutes(finding, reason.getText().strip(), now));
                        });
        confirm.disableProperty().bind(reason.textProperty().map(String::isBlank));
        reason.setOnAction(_ -> confirm.fire());
        return dialog.body(
                        Boxes.column(
                                Style.GAP_4,
                                Labels.of(Words.get("blocklist.mute.reason"), Style.MUTED),
                                reason))
                .foot(
                        Boxes.space(),
                        Buttons.of("mute-cancel", Words.get("settings.cancel"), dialog::close),
                        confirm)
                .first(reason);
    }

    private static List<Mute> mutes(Finding finding, String reason, Instant now) {
        String plain = DisplayText.of(reason).toString();
        return finding.places().stream()
                .map(place -> new Mute(place.subject(), place.list(), plain, now))
                .toList();
    }
}
