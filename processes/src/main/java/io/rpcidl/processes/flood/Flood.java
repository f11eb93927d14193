package io.rpcidl.processes.flood;

import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.OutputBuffer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What a hostile peer does to a server; the names are the rows of the catalogue of hostile inputs. */
public enum Flood {
    /** Connections that say nothing. */
    D01_SILENT_CONNECTIONS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            many(port, scale, ends, null, hostile -> {});
        }
    },
    /** Connections that send one octet a second, and so never a whole HELLO. */
    D02_SLOW_OCTETS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            Hostile[] all = open(port, scale);
            for (int octet = 0; octet < SLOW_SECONDS; octet++) {
                for (Hostile hostile : all) {
                    hostile.hello().send(octet, 1);
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            awaitEnds(all, ends, null);
        }
    },
    /** Connections that are opened and closed at once. */
    D03_CHURN {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            for (int i = 0; i < 4 * scale; i++) {
                try (Hostile hostile = new Hostile(port)) {
                    hostile.hello().send();
                }
                ends.merge("closed by itself", 1, Integer::sum);
            }
        }
    },
    /** Each call is given up as soon as it was made. */
    D06_OPEN_AND_CANCEL {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                int id = 2 * number + 1;
                call(hostile, id);
                hostile.begin(FrameType.CANCEL, id).u8(0);
                hostile.end(0);
            });
        }
    },
    /** Requests that the server refuses. */
    D07_CALLS_TO_REFUSE {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                CallHead.write(
                        hostile.begin(FrameType.CALL, 2 * number + 1), Long.MAX_VALUE, CallKind.UNARY, 0, 999, null);
                hostile.end(FrameHeader.END);
            });
        }
    },
    /** Each connection sends a request whose load promises two gigabytes. */
    A05_LENGTH_BOMBS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            many(port, scale, ends, FrameType.ERROR, hostile -> {
                hostile.hello().bind();
                OutputBuffer out = hostile.begin(FrameType.CALL, 1);
                CallHead.write(out, Long.MAX_VALUE, CallKind.UNARY, 0, 1, null);
                // {1: {1: 7 as int64, 3: bytes of 2^31 - 1 octets, and none of them}}
                out.u8(1);
                out.u8(0x1D);
                out.u8(2);
                out.u8(0x15);
                out.u8(0x2C);
                out.u64(7);
                out.varint(Integer.MAX_VALUE);
                hostile.end(FrameHeader.END).send();
            });
        }
    },
    /** PINGs as fast as they go, whose answers are not read. */
    B15_PINGS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            try (Hostile hostile = new Hostile(port)) {
                write(hostile, 100 * scale, (to, number) -> {
                    to.begin(FrameType.PING, 0).u64(number);
                    to.end(0);
                });
                ends.merge(hostile.read(null), 1, Integer::sum);
            }
        }
    },
    /** Extensions that nobody knows. */
    B16_EXTENSIONS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                hostile.begin(FrameType.EXT, 0).u16(0x8000);
                hostile.end(0);
            });
        }
    },
    /** Services that are bound and never called. */
    B16_BINDS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                OutputBuffer out = hostile.begin(FrameType.BIND, 0);
                out.varint(number % 65_536);
                out.u64(0);
                out.u64(0);
                out.varint(1);
                out.u8('x');
                hostile.end(0);
            });
        }
    },
    /** Cancels of a call that has ended long ago. */
    B17_CANCELS_OF_ENDED_CALLS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                if (number == 0) {
                    call(hostile, 1);
                }
                hostile.begin(FrameType.CANCEL, 1).u8(0);
                hostile.end(0);
            });
        }
    },
    /** Goodbyes. */
    B17_DRAINS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            one(port, ends, 100 * scale, (hostile, number) -> {
                OutputBuffer out = hostile.begin(FrameType.DRAIN, 0);
                out.u32(0);
                out.u8(0);
                out.u32(0);
                out.varint(0);
                hostile.end(0);
            });
        }
    },
    /** Legal calls that nobody waits for, as small as they get and as many as go through. */
    B18_TINY_CALLS {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) throws IOException {
            for (int rest = 100 * scale; rest > 0; rest -= OF_A_CONNECTION) {
                one(port, ends, Math.min(rest, OF_A_CONNECTION), (hostile, number) -> {
                    CallHead.write(
                            hostile.begin(FrameType.CALL, 2 * number + 1), Long.MAX_VALUE, CallKind.ONEWAY, 0, 4, null);
                    task(hostile);
                    hostile.end(FrameHeader.END);
                });
            }
        }
    },
    /** A client that keeps to all rules and has a thousand calls in flight, where the good one has one. */
    D09_GREEDY_CLIENT {
        @Override
        void run(int port, int scale, Map<String, Integer> ends) {
            ends.putAll(Greedy.run(port, 100 * scale));
        }
    };

    private static final int BATCH = 16 << 10;
    private static final int SLOW_SECONDS = 8;
    /** So many tiny calls keep within what a connection may have of requests in flight, whenever they are answered. */
    private static final int OF_A_CONNECTION = 100_000;

    /**
     * Floods the server at {@code port} and tells how its connections have ended, each way with its number.
     *
     * @param scale how many connections, or how many hundred frames on one
     */
    public Map<String, Integer> run(int port, int scale) throws IOException {
        Map<String, Integer> ends = new TreeMap<>();
        run(port, scale, ends);
        return ends;
    }

    abstract void run(int port, int scale, Map<String, Integer> ends) throws IOException;

    /** Writes a frame or two, the {@code number}-th of its flood. */
    private interface Frames {
        void write(Hostile hostile, int number);
    }

    /** Says something at the beginning of a connection. */
    private interface Opening {
        void write(Hostile hostile);
    }

    private static Hostile[] open(int port, int count) throws IOException {
        Hostile[] all = new Hostile[count];
        for (int i = 0; i < count; i++) {
            all[i] = new Hostile(port);
        }
        return all;
    }

    private static void many(int port, int count, Map<String, Integer> ends, @Nullable FrameType until, Opening opening)
            throws IOException {
        Hostile[] all = open(port, count);
        for (Hostile hostile : all) {
            opening.write(hostile);
        }
        awaitEnds(all, ends, until);
    }

    private static void awaitEnds(Hostile[] all, Map<String, Integer> ends, @Nullable FrameType until) {
        for (Hostile hostile : all) {
            ends.merge(hostile.read(until), 1, Integer::sum);
            hostile.close();
        }
    }

    /** Writes frames until the server takes no more, and reads all the while. */
    private static void one(int port, Map<String, Integer> ends, int frames, Frames flood) throws IOException {
        try (Hostile hostile = new Hostile(port)) {
            CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> hostile.read(FrameType.PONG));
            write(hostile, frames, flood);
            hostile.mark().send();
            ends.merge(end.join(), 1, Integer::sum);
        }
    }

    private static void write(Hostile hostile, int frames, Frames flood) {
        boolean taken = hostile.hello().bind().send();
        for (int number = 0; number < frames && taken; number++) {
            flood.write(hostile, number);
            if (hostile.pending() >= BATCH) {
                taken = hostile.send();
            }
        }
        hostile.send();
    }

    private static void call(Hostile hostile, int id) {
        CallHead.write(hostile.begin(FrameType.CALL, id), Long.MAX_VALUE, CallKind.UNARY, 0, 1, null);
        task(hostile);
        hostile.end(FrameHeader.END);
    }

    /** {@code {1: {1: 7 as int64, 2: 0 as int32, 3: no octets}}}. */
    private static void task(Hostile hostile) {
        OutputBuffer out = hostile.begun();
        out.u8(1);
        out.u8(0x1D);
        out.u8(3);
        out.u8(0x15);
        out.u8(0x14);
        out.u8(0x1C);
        out.u64(7);
        out.u32(0);
        out.varint(0);
    }
}
