package org.spoolscope.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.Screen;

@Tag("window")
@Tag("display")
final class PulseSlotTest {
    private static final int VALUES = 20_000;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void takesTheNewestAtMostOncePerFrame() throws InterruptedException {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch last = new CountDownLatch(1);
        Stage stage = Screen.onScreen(() -> new Stage());
        PulseSlot<Integer> slot =
                Screen.onScreen(() -> {
                    Scene scene = new Scene(new StackPane(), 100, 100);
                    stage.setScene(scene);
                    stage.show();
                    return new PulseSlot<>(
                            scene,
                            value -> {
                                taken.add(value);
                                if (value == VALUES) {
                                    last.countDown();
                                }
                            });
                });
        for (int value = 1; value <= VALUES; value++) {
            slot.put(value);
        }
        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        Screen.onScreen(slot::close);
        Screen.onScreen(stage::hide);
        assertThat(taken).isSorted().endsWith(VALUES).hasSizeLessThan(VALUES / 10);
    }
}
