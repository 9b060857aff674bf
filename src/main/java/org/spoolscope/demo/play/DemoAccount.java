package org.spoolscope.demo.play;

/// The account that logs in to the demo fleet's hosts.
public final class DemoAccount {
    public static final String USER = "demo";
    static final int UID = 1001;

    private DemoAccount() {}
}
