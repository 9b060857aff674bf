package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// The first line of the matrix: the addresses and whose they are.
final class MatrixHead extends Region {
    static final double HEIGHT = 44;

    private static final double PADDING = 10;

    private static final class Address extends VBox {
        private final Label subject = Labels.of(DisplayText.EMPTY);
        private final Label owner = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.MUTED);

        Address() {
            setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            getChildren().addAll(subject, owner);
        }

        void show(Matrix.Column column) {
            Labels.set(subject, DisplayText.of(column.subject()));
            Labels.set(owner, column.owner());
        }
    }

    private final Label name = Labels.of(Words.get("blocklist.column.list"), Style.MUTED);
    private final Label kind = Labels.of(Words.get("blocklist.column.kind"), Style.MUTED);
    private final Label probe = Labels.of(Words.get("blocklist.column.probe"), Style.MUTED);
    private final List<Address> addresses = new ArrayList<>();
    private MatrixFit fit = MatrixFit.in(0, 0);

    MatrixHead() {
        getStyleClass().add(ListStyle.MATRIX_HEAD);
        Labels.hint(probe, Words.get("blocklist.column.probe.is"));
        getChildren().addAll(name, kind, probe);
    }

    /// @param left the first address that is shown
    void show(List<Matrix.Column> columns, int left, MatrixFit columnFit) {
        fit = columnFit;
        while (addresses.size() < fit.shown()) {
            Address address = new Address();
            addresses.add(address);
            getChildren().add(address);
        }
        for (int i = 0; i < addresses.size(); i++) {
            boolean shown = i < fit.shown() && left + i < columns.size();
            addresses.get(i).setVisible(shown);
            if (shown) {
                addresses.get(i).show(columns.get(left + i));
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        place(name, 0, fit.name());
        place(kind, fit.name(), fit.kind());
        place(probe, fit.probes(), fit.probe());
        for (int i = 0; i < addresses.size(); i++) {
            place(addresses.get(i), fit.cells() + i * fit.cell(), fit.cell());
        }
    }

    private static void place(Region node, double x, double width) {
        node.resizeRelocate(x + PADDING, 0, Math.max(0, width - 2 * PADDING), HEIGHT - 1);
    }
}
