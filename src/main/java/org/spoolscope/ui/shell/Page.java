package org.spoolscope.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;

/// A page as the shell sees it. All calls on the JavaFX thread.
public interface Page {
    Node node();

    /// The page is about to be shown for `place`, which is of its kind. A [#show] follows.
    void enter(Place place);

    /// What the keyboard is for on this page, such as its table: it has the focus after the page
    /// was gone to by keyboard. Empty where that is the navigation.
    default Optional<Node> main() {
        return Optional.empty();
    }

    /// Takes the focus to the page's own search.
    ///
    /// @return whether it has one
    default boolean startSearch() {
        return false;
    }

    /// Newest state; at most once per frame, and only while the page is shown.
    void show(FleetSnapshot snapshot);
}
