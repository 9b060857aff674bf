package org.spoolscope.planted.cli;

import org.spoolscope.planted.model.UpwardImport;

/// Planted: the other half of the cycle.
public final class EveryLibrary {
    public UpwardImport back() {
        return new UpwardImport();
    }
}
