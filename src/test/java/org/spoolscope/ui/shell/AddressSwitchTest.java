package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShowsAddressesAgain;
import org.spoolscope.ui.control.AddressHiding;
import org.spoolscope.ui.state.WindowState;

@ExtendWith(ShowsAddressesAgain.class)
class AddressSwitchTest {
    private final WindowState state = WindowState.ofThisRun();

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @Test
    void whatIsHiddenStaysHiddenInTheNextRun() {
        Screen.onScreen(() -> {
            new AddressSwitch(state).button().fire();
            assertThat(AddressHiding.hidden().get()).isTrue();
            AddressHiding.hide(false);

            AddressSwitch next = new AddressSwitch(state);
            assertThat(AddressHiding.hidden().get()).isTrue();
            assertThat(next.button().isSelected()).isTrue();

            next.button().fire();
            assertThat(AddressHiding.hidden().get()).isFalse();
            new AddressSwitch(state);
            assertThat(AddressHiding.hidden().get()).isFalse();
        });
    }

    @Test
    void theCommandSaysWhatItDoes() {
        Screen.onScreen(() -> {
            AddressSwitch switched = new AddressSwitch(state);
            Command hide = switched.command();
            assertThat(hide.name()).isEqualTo(DisplayText.of("Hide mail addresses"));
            assertThat(hide.keys()).isEqualTo(DisplayText.of("F9"));

            hide.action().run();
            assertThat(switched.button().getText()).isEqualTo("Mail addresses hidden");
            assertThat(switched.command().name()).isEqualTo(DisplayText.of("Show mail addresses"));
        });
    }
}
