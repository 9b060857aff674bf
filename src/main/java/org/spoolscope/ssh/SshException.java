package org.spoolscope.ssh;

import org.spoolscope.model.LinkFailure;

/// No connection, or it is gone; the failure says which.
public final class SshException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient LinkFailure failure;

    public SshException(LinkFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public LinkFailure failure() {
        return failure;
    }
}
