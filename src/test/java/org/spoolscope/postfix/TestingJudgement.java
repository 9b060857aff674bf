package org.spoolscope.postfix;

import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;

/// The rules and providers that come with Spoolscope.
public final class TestingJudgement {
    public static final Judgement BUILT_IN =
            new Judgement(
                    new CauseRules(CausesFile.builtIn()), new Providers(ProvidersFile.builtIn()));

    private TestingJudgement() {}
}
