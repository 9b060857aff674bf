package org.spoolscope.ui.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        VBox grant =
                Boxes.column(
                        Style.GAP_4,
                        Labels.of(how(capability), Style.SUBTLE, Style.SMALL),
                        CopyLines.of("grant-" + key, lines(capability)));
        grant.getStyleClass().add(DialogStyle.EVIDENCE);
        return Boxes.column(Style.GAP_4, line, grant);
    }

    /// Where the lines of a grant belong.
    private static DisplayText how(Capability capability) {
        return switch (capability.kind()) {
            case ACT_AS_ROOT, READ_MESSAGES -> Words.get("settings.test.grant-sudo");
            default -> Words.get("settings.test.grant");
        };
    }

    private static List<DisplayText> lines(Capability capability) {
        return capability.grant().lines().map(DisplayText::of).toList();
    }

    /// Commands and lines for sudo's file together: what each belongs to stands over it as a
    /// comment.
    private static Node copyAll(List<Capability> missing) {
        Map<DisplayText, List<DisplayText>> byPlace = new LinkedHashMap<>();
        for (Capability capability : missing) {
            byPlace.computeIfAbsent(how(capability), _ -> new ArrayList<>())
                    .addAll(lines(capability));
        }
        List<DisplayText> lines = new ArrayList<>();
        byPlace.forEach((place, grants) -> {
            lines.add(DisplayText.of("# " + place));
            lines.addAll(grants);
        });
        return Boxes.row(
                Style.GAP_8,
                Boxes.space(),
                CopyButton.of("copy-grants", Words.get("settings.test.copy-grants"), lines));
    }
}
