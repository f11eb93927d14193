package io.rpcidl.processes.network;

import io.rpcidl.processes.child.Commands;

/** What is wrong with the network between the client and the server, named by the rows of the catalogue of faults. */
enum Trouble {
    /** Nothing: what the others are compared with. */
    NONE {
        @Override
        void begin(int port) {}
    },
    /** Each packet has one chance in fifty to be lost, in either direction. */
    C05_LOSS {
        @Override
        void begin(int port) {
            rule("tcp dport " + port + " numgen random mod 100 < 2 drop");
            rule("tcp sport " + port + " numgen random mod 100 < 2 drop");
        }
    },
    /** Requests arrive, answers do not. */
    C07_ONE_WAY {
        @Override
        void begin(int port) {
            rule("tcp sport " + port + " drop");
        }
    },
    /** No packet of the client arrives: its peer is half open. */
    C07_OTHER_WAY {
        @Override
        void begin(int port) {
            rule("tcp dport " + port + " drop");
        }
    },
    /** The network answers each packet of the client with RST; the server hears nothing of it. */
    C02_RESET {
        @Override
        void begin(int port) {
            rule("tcp dport " + port + " reject with tcp reset");
        }
    },
    /** The kernel gives the client's connections up. */
    C02_SOCKETS_KILLED {
        @Override
        void begin(int port) {
            Commands.require("ss", "-K", "dport = " + port);
        }
    },
    /** The link is down, and comes back. */
    C03_LINK_DOWN {
        @Override
        void begin(int port) {
            Commands.require("ip", "link", "set", "lo", "down");
        }
    };

    /** Begins; {@link #end} ends it. */
    abstract void begin(int port);

    /** Whether calls go on to go well in spite of it. */
    boolean passes() {
        return this == NONE || this == C05_LOSS || this == C02_SOCKETS_KILLED;
    }

    /** All is well again. */
    static void end() {
        Commands.require("nft", "flush", "chain", "inet", "trouble", "out");
        Commands.require("ip", "link", "set", "lo", "up");
    }

    /** What all of it needs. */
    static void prepare() {
        Commands.require("ip", "link", "set", "lo", "mtu", "1500");
        Commands.require("ip", "link", "set", "lo", "up");
        Commands.require("nft", "add table inet trouble");
        Commands.require("nft", "add chain inet trouble out { type filter hook output priority 0; }");
    }

    private static void rule(String rule) {
        Commands.require("nft", "add rule inet trouble out " + rule);
    }
}
