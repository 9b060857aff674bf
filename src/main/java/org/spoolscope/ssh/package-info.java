/// The SSH side of Spoolscope: the only importer of `org.apache.sshd`.
///
/// One [org.spoolscope.ssh.Ssh] (one MINA client) for the application, one
/// [org.spoolscope.ssh.SshConnection] per server, many commands over it. What MINA does differently
/// from OpenSSH is mended here: which host keys are asked for first, what counts as a changed key,
/// key files, keep-alive, time limits. Imports `model` only. Threading: all calls block and may be
/// made from any thread; interruption means stop.
@NullMarked
package org.spoolscope.ssh;

import org.jspecify.annotations.NullMarked;
