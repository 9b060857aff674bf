/// Dialogs about servers: add, edit and remove one, try the connection, compare a host key, give a
/// passphrase. They answer the person's own act and nothing else; trouble that comes by itself is
/// state on the pages.
///
/// Everything is shown in a layer inside the window ([org.spoolscope.ui.settings.ModalLayer]).
/// Imports: the other `ui` packages it is built on, `monitor`, `store`, `model`, JavaFX. Threading:
/// JavaFX thread; what blocks goes through `Background`.
@NullMarked
package org.spoolscope.ui.settings;

import org.jspecify.annotations.NullMarked;
