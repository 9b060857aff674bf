/// Who is behind a destination: mailbox providers, by the names of their mail hosts and their
/// domains ([org.spoolscope.postfix.provider.Providers]); the names are data (`providers.toml`).
@NullMarked
package org.spoolscope.postfix.provider;

import org.jspecify.annotations.NullMarked;
