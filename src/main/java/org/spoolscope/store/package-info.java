/// What is kept on this computer: the configuration folder with `servers.toml`, and in
/// `store.history` the counts of the past. The only package that touches the disk, and the only
/// importer of `org.tomlj`.
///
/// Files here are written by people as well: they are read with bounds and checked whole, and an
/// edit touches only the lines it is about. Imports `model` only. Threading: the classes may be
/// called from any thread; they block for file access and are not meant for the JavaFX thread.
@NullMarked
package org.spoolscope.store;

import org.jspecify.annotations.NullMarked;
