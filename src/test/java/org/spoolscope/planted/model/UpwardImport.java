package org.spoolscope.planted.model;

import org.spoolscope.planted.cli.EveryLibrary;

/// Planted: the model imports a face (layers), which imports it back (a cycle).
public final class UpwardImport {
    public EveryLibrary face() {
        return new EveryLibrary();
    }
}
