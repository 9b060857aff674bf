package org.spoolscope.app;

/// The program's entry: hands the command line to `cli`, which opens the console when told nothing.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
