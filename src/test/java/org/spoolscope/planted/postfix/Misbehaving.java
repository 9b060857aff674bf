package org.spoolscope.planted.postfix;

/// Planted: everything that belongs elsewhere.
public final class Misbehaving {
    @SuppressWarnings("NonFinalStaticField")
    static int mutable;

    public static Misbehaving getInstance() {
        return new Misbehaving();
    }

    @SuppressWarnings("SystemOut")
    void printsAndSleeps() throws InterruptedException {
        mutable++;
        System.out.println(mutable);
        Thread.sleep(1);
        Thread.ofVirtual().start(() -> {}).join();
    }

    Object[] libraries() {
        return new Object[] {
            org.apache.sshd.client.SshClient.class,
            org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier.INSTANCE,
            org.bouncycastle.jce.provider.BouncyCastleProvider.class,
            org.tomlj.Toml.class,
            java.sql.Connection.class,
            org.sqlite.JDBC.class,
            org.HdrHistogram.IntCountsHistogram.class,
            org.apache.commons.compress.compressors.CompressorException.class,
            org.tukaani.xz.XZInputStream.class,
            com.github.luben.zstd.Zstd.class,
            picocli.CommandLine.class,
            org.xbill.DNS.Message.class,
            org.jfree.chart.JFreeChart.class,
            java.awt.Color.RED,
            atlantafx.base.theme.PrimerDark.class,
            org.apache.james.jspf.impl.SPF.class,
            org.controlsfx.control.Notifications.class,
            javafx.scene.paint.Color.RED
        };
    }
}
