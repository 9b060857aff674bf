package org.spoolscope.demo.sim;

import java.time.Duration;

/// A mail domain of the simulated world, and how its servers behave.
///
/// @param mx the name of its mail server
/// @param address the server's IP address
/// @param fullPerMille how many of its mailboxes are over quota
/// @param unknownPerMille how many addresses that are written to do not exist
record Domain(
        String name,
        String mx,
        String address,
        Behaviour behaviour,
        int fullPerMille,
        int unknownPerMille) {

    /// What its mail servers do.
    sealed interface Behaviour {
        /// Takes mail, with now and then a temporary error.
        record Accepts() implements Behaviour {}

        /// Takes `perSecond` on average and `burst` at once from one sender; answers 421 beyond.
        record LimitsRate(double perSecond, int burst) implements Behaviour {}

        /// Asks the blocklist that `mail1` is on, and turns away what it names.
        record AsksBlocklist() implements Behaviour {}

        /// Puts off what it has not seen before.
        record Greylists(Duration delay) implements Behaviour {}

        /// Does not answer the connection.
        record Silent() implements Behaviour {}

        /// There is no such domain.
        record NoSuchDomain() implements Behaviour {}

        /// Its name servers fail.
        record NoNameServer() implements Behaviour {}

        /// Mailboxes on this host.
        record Local() implements Behaviour {}
    }

    static Domain accepting(String name, String mx, String address, int full, int unknown) {
        return new Domain(name, mx, address, new Behaviour.Accepts(), full, unknown);
    }

    static Domain local(String name) {
        return new Domain(name, "", "", new Behaviour.Local(), 0, 4);
    }
}
