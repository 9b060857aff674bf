package org.spoolscope.ssh;

import java.io.StreamCorruptedException;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.helpers.MissingAttachedSessionException;
import org.apache.sshd.common.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LinkFailure.NotReached;
import org.spoolscope.model.LinkFailure.NotReached.Cause;
import org.spoolscope.model.Words;

/// Finds the [LinkFailure] behind what MINA throws.
final class Diagnosis {
    private static final int MAX_DETAIL = 200;

    /// What sshd says in clear text, before its identification, when it has no time for us.
    private static final List<String> TURNED_AWAY =
            List.of("Exceeded MaxStartups", "Not allowed at this time");

    /// How servers word a failed negotiation: MINA, OpenSSH.
    private static final List<String> NOTHING_IN_COMMON =
            List.of("Unable to negotiate", "no matching");

    private Diagnosis() {}

    static LinkFailure timedOut(Target target, String key) {
        return new NotReached(Cause.TIMED_OUT, target + ": " + Words.get(key));
    }

    /// No login in time.
    static LinkFailure timedOut(Target target, WatchedSession session) {
        LinkFailure objection = session.objection();
        if (objection != null) {
            return objection;
        }
        if (session.isEncrypted()) {
            return timedOut(target, "ssh.no-login-answer");
        }
        return session.getServerVersion() == null && session.head().contains("\n")
                ? notSsh(target, session.head())
                : timedOut(target, "ssh.no-greeting");
    }

    static LinkFailure nameNotFound(Target target) {
        return new NotReached(Cause.NAME_NOT_FOUND, target.host());
    }

    /// No TCP connection.
    static LinkFailure ofTcp(Throwable thrown, Target target) {
        Throwable error = ExceptionUtils.peelException(thrown);
        String text = text(error);
        String lower = text.toLowerCase(Locale.ROOT);
        Cause cause;
        if (error instanceof NoRouteToHostException
                || lower.contains("unreachable")
                || lower.contains("no route")) {
            cause = Cause.NO_ROUTE;
        } else if (lower.contains("timed out")
                || lower.contains("timeout")
                || lower.contains("time-out")) {
            cause = Cause.TIMED_OUT;
        } else if (error instanceof RuntimeException || lower.contains("reset")) {
            cause = Cause.CLOSED;
        } else {
            cause = Cause.CONNECTION_REFUSED;
        }
        return new NotReached(cause, clip(target + ": " + text));
    }

    /// A TCP connection, but no login. What speaks against the host key comes before whatever else
    /// is said: MINA may only say that the session it looks for is gone.
    static LinkFailure ofLogin(
            @Nullable Throwable outcome,
            WatchedSession session,
            Target target,
            Identities.Offer offer) {
        LinkFailure objection = session.objection();
        if (objection != null) {
            return objection;
        }
        Throwable fault = session.fault();
        Throwable error = fault == null && !isForgotten(outcome) ? outcome : fault;
        if (session.isEncrypted() && isRefusal(error)) {
            return offer.locked().orElseGet(() -> refused(target, offer));
        }
        String farewell = session.farewell();
        if (farewell != null) {
            // Either side may be the first to see that there is nothing in common.
            boolean nothingInCommon =
                    !session.isEncrypted()
                            && NOTHING_IN_COMMON.stream().anyMatch(farewell::contains);
            return new NotReached(
                    nothingInCommon ? Cause.NO_COMMON_ALGORITHM : Cause.CLOSED,
                    clip(target + ": " + farewell));
        }
        String head = session.head();
        if (!session.isEncrypted() && TURNED_AWAY.stream().anyMatch(head::startsWith)) {
            return new NotReached(Cause.CLOSED, clip(target + ": " + head.strip()));
        }
        String detail =
                clip(
                        target
                                + ": "
                                + (error == null
                                        ? Words.get("ssh.closed-by-server").toString()
                                        : text(error)));
        if (!session.isEncrypted() && isNothingInCommon(error)) {
            return new NotReached(Cause.NO_COMMON_ALGORITHM, detail);
        }
        if (isProtocolError(error)) {
            return new NotReached(Cause.NOT_SSH, detail);
        }
        if (!head.isEmpty() && session.getServerVersion() == null) {
            return notSsh(target, head);
        }
        return new NotReached(Cause.CLOSED, detail);
    }

    private static LinkFailure notSsh(Target target, String head) {
        return new NotReached(Cause.NOT_SSH, clip(target + ": " + head.strip()));
    }

    /// How a link that was up ended.
    static LinkFailure.Lost lost(WatchedSession session, Target target) {
        String farewell = session.farewell();
        String why = farewell == null ? Words.get("ssh.closed-by-server").toString() : farewell;
        return new LinkFailure.Lost(false, clip(target + ": " + why));
    }

    private static LinkFailure refused(Target target, Identities.Offer offer) {
        List<String> offered =
                Stream.concat(offer.names().stream(), offer.ignored().stream()).toList();
        return new LinkFailure.AuthenticationRefused(target.user(), offered);
    }

    private static boolean isRefusal(@Nullable Throwable error) {
        return error instanceof SshException ssh
                && switch (ssh.getDisconnectCode()) {
                    case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                            SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER,
                            SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME ->
                            true;
                    default -> text(ssh).contains("Too many authentication failures");
                };
    }

    /// It ended before MINA announced it.
    private static boolean isForgotten(@Nullable Throwable outcome) {
        return outcome instanceof MissingAttachedSessionException;
    }

    private static boolean isNothingInCommon(@Nullable Throwable error) {
        return error instanceof SshException ssh
                && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED
                && text(ssh).contains("Unable to negotiate");
    }

    private static boolean isProtocolError(@Nullable Throwable error) {
        return error instanceof StreamCorruptedException
                || error instanceof RuntimeException
                || (error instanceof SshException ssh
                        && switch (ssh.getDisconnectCode()) {
                            case SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR,
                                    SshConstants.SSH2_DISCONNECT_MAC_ERROR,
                                    SshConstants.SSH2_DISCONNECT_PROTOCOL_VERSION_NOT_SUPPORTED ->
                                    true;
                            default -> false;
                        });
    }

    private static String text(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }

    private static String clip(String text) {
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL - 1) + "…";
    }
}
