package org.spoolscope.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// What an account may do on a server, and under each thing it may not the line that would grant
/// it.
final class CapabilityList extends VBox {
    CapabilityList(List<Capability> capabilities) {
        getStyleClass().addAll(Style.GAP_8, DialogStyle.INSET);
        setId("capabilities");
        for (Capability capability : capabilities) {
            getChildren().add(entry(capability));
        }
        List<Capability> missing =
                capabilities.stream().filter(capability -> !capability.granted()).toList();
        if (missing.size() > 1) {
            getChildren().add(copyAll(missing));
        }
    }

    private static Node entry(Capability capability) {
        String key = capability.kind().name().toLowerCase(Locale.ROOT);
        DisplayText name = Words.get("settings.capability." + key);
        DisplayText answer =
                Words.get("settings.capability." + (capability.granted() ? "yes" : "no"));
        Label evidence =
                Labels.of(DisplayText.of(capability.evidence()), Style.SUBTLE, Style.SMALL);
        HBox line =
                Boxes.row(
                        Style.GAP_8,
                        new StatusShape(capability.granted() ? Tone.OK : Tone.WARN),
                        Labels.whole(Labels.of(name)),
                        Labels.whole(Labels.of(answer, Style.STRONG)),
                        evidence);
        evidence.setMinWidth(0);
        Labels.hint(evidence, DisplayText.of(capability.evidence()));
        if (capability.granted() || capability.grant().isEmpty()) {
            return line;
        }
        Node grant = HostKeyFacts.command("grant-" + key, DisplayText.of(capability.grant()));
        grant.getStyleClass().add(DialogStyle.EVIDENCE);
        return Boxes.column(Style.GAP_4, line, grant);
    }

    private static Node copyAll(List<Capability> missing) {
        List<DisplayText> lines =
                missing.stream()
                        .map(Capability::grant)
                        .filter(grant -> !grant.isEmpty())
                        .map(DisplayText::of)
                        .toList();
        return Boxes.row(
                Style.GAP_8,
                Boxes.space(),
                CopyButton.of("copy-grants", Words.get("settings.test.copy-grants"), lines));
    }
}
