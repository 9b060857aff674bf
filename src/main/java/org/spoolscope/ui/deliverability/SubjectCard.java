package org.spoolscope.ui.deliverability;

import javafx.scene.layout.HBox;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Card;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// All findings about one subject, the worst first.
final class SubjectCard {
    private SubjectCard() {}

    static Card of(SubjectRows subject) {
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        Labels.wrapped(subject.subject(), Style.STRONG),
                        Labels.whole(Labels.of(subject.kind(), Style.MUTED)));
        Card card = new Card(head);
        card.setId("subject-" + subject.subject());
        card.getStyleClass().add(Style.GAP_8);
        card.show(subject.tone());
        for (FindingRow row : subject.rows()) {
            card.getChildren().addAll(Boxes.rule(), new FindingLine(row));
        }
        return card;
    }
}
