package org.spoolscope.ui.server;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.theme.Style;

/// A banner per notice. Banners and buttons are kept from one snapshot to the next, so that a
/// button does not lose the focus.
final class NoticeList extends VBox {
    private final List<Banner> banners = new ArrayList<>();
    private final Map<Remedy, Button> buttons = new EnumMap<>(Remedy.class);

    NoticeList(Consumer<Remedy> act) {
        setId("server-notices");
        getStyleClass().add(Style.GAP_8);
        for (Remedy remedy : Remedy.values()) {
            buttons.put(
                    remedy,
                    Buttons.small(
                            Buttons.of(remedy.id(), remedy.label(), () -> act.accept(remedy))));
        }
    }

    void show(List<Notice> notices) {
        while (banners.size() < notices.size()) {
            Banner banner = new Banner();
            banners.add(banner);
            getChildren().add(banner);
        }
        for (int i = 0; i < banners.size(); i++) {
            boolean shown = i < notices.size();
            Boxes.show(banners.get(i), shown);
            if (shown) {
                Notice notice = notices.get(i);
                banners.get(i)
                        .show(
                                notice.sentence(),
                                notice.tone(),
                                notice.remedies().stream().map(this::button).toList());
            }
        }
        Boxes.show(this, !notices.isEmpty());
    }

    private Button button(Remedy remedy) {
        return java.util.Objects.requireNonNull(buttons.get(remedy));
    }
}
