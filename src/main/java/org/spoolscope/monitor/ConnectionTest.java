package org.spoolscope.monitor;

import java.util.List;
import org.spoolscope.model.Capability;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerFacts;

/// What came of trying a server before it is saved.
public sealed interface ConnectionTest {
    /// Connected and logged in; `capabilities` in `doctor`'s order.
    record Passed(ServerFacts facts, List<Capability> capabilities) implements ConnectionTest {
        public Passed {
            capabilities = List.copyOf(capabilities);
        }
    }

    record Failed(LinkFailure failure) implements ConnectionTest {}
}
