/// The demo fleet: simulated Postfix hosts behind real SSH servers on loopback.
///
/// [org.spoolscope.demo.DemoFleet] starts it and says how to connect; what happens on the hosts is
/// in `demo.sim`, how they answer Spoolscope's remote commands in `demo.play`. Nothing real is
/// touched: keys and known_hosts lie in a private temporary folder that is deleted at the end.
///
/// Imports `ssh`, `postfix` and `host` (for their command catalogues) and `model`. Threading: the
/// classes here may be used from any thread; they start none of their own.
@NullMarked
package org.spoolscope.demo;

import org.jspecify.annotations.NullMarked;
