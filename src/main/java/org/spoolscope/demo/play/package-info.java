/// How a simulated host answers Spoolscope's remote commands: as the scripts in the catalogues
/// `PostfixCommands` and `HostCommands` would on a real one.
///
/// [DemoShell] takes an exec line apart like a POSIX shell, recognises the command by its name and
/// checks that the script is the catalogue's, so that the demo can't drift away from the product.
///
/// Imports `demo.sim`, `ssh` ([org.spoolscope.ssh.RemoteShell]), `postfix`, `host` and `model`.
/// Threading: stateless but for the simulated host; one call per thread of the SSH server.
@NullMarked
package org.spoolscope.demo.play;

import org.jspecify.annotations.NullMarked;
