package org.spoolscope.ui;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.spoolscope.ui.control.AddressHiding;

/// After each test that hides addresses, which it does in the whole program.
public final class ShowsAddressesAgain implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        Screen.onScreen(() -> AddressHiding.hide(false));
    }
}
