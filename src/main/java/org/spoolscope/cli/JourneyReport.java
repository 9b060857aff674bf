package org.spoolscope.cli;

import org.spoolscope.postfix.journey.Journey;

/// How journeys are printed.
interface JourneyReport {
    void print(Journey journey);
}
