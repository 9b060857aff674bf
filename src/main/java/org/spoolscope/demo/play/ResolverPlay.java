package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;

/// Plays `resolver`: systemd-resolved, and dig.
record ResolverPlay() implements Play {
    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        stdio.print(
                """
                tool\tdig
                file\t/etc/resolv.conf
                conf\tnameserver 127.0.0.53
                conf\toptions edns0 trust-ad
                """);
        return 0;
    }
}
