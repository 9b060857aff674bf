package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.ui.Screen;

/// What the Fleet and Server pages show of a campaign is what the server's own tools say.
@Tag("lab")
final class FiguresLabTest {
    private static final int MESSAGES = 120;

    @RegisterExtension final Lab lab = new Lab();
    @TempDir Path folder;

    @BeforeAll
    static void screen() {
        Screen.start();
    }

    @Test
    void eachFigureIsWhatTheToolsSay() throws Exception {
        try (LabPages pages = new LabPages(lab, folder)) {
            lab.campaign(MESSAGES);
            all(pages.compare());
            lab.hold(10);
            lab.fault("pause");
            all(pages.compare());
        }
    }

    private static void all(List<ComparedFigure> compared) {
        assertThat(compared).as(ComparedFigure.table(compared)).allMatch(ComparedFigure::same);
    }
}
