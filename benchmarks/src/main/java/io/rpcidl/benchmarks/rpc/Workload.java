package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.rpc.Contender.Ability;
import io.rpcidl.benchmarks.rpc.Contender.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured.
 *
 * @param name as in results, such as {@code async-small-128}
 * @param kind how calls are made
 * @param message what they carry
 * @param width calls in flight, threads, or streams at once; for an open loop calls a second
 * @param items items of each stream
 */
record Workload(String name, Kind kind, Message message, int width, int items) {
    private static final int SMALL_ITEMS = 10_000;
    private static final int LARGE_ITEMS = 256;

    /** How calls are made. */
    enum Kind {
        ASYNC,
        /** One call in flight on each of so many connections. */
        CONNECTIONS,
        /** A connection, one call over it, and its end; one after the other. */
        CONNECT,
        /** As asynchronous, beside a stream of large items that nobody takes. */
        SLOW_CONSUMER,
        BLOCKING,
        /** One after the other at a fixed rate, whatever becomes of those before. */
        OPEN,
        /** 90 % small, 9 % media, 1 % blobs of 64 KiB, asynchronous. */
        MIX,
        SERVER_STREAM,
        CLIENT_STREAM,
        BIDIRECTIONAL;

        Direction direction() {
            return switch (this) {
                case SERVER_STREAM -> Direction.SERVER;
                case CLIENT_STREAM -> Direction.CLIENT;
                case BIDIRECTIONAL -> Direction.BIDIRECTIONAL;
                default -> throw new IllegalStateException(this + " has no stream");
            };
        }

        Ability ability() {
            return switch (this) {
                case ASYNC, CONNECTIONS, CONNECT, OPEN, MIX -> Ability.ASYNC;
                case BLOCKING -> Ability.BLOCKING;
                case SLOW_CONSUMER -> Ability.STALLED_STREAMS;
                default -> Ability.STREAMS;
            };
        }
    }

    /** All closed and open loops. */
    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (int width : new int[] {1, 16, 128, 1_024}) {
            all.add(async("small", Message.SMALL, width));
        }
        for (int width : new int[] {1, 16, 128, 1_024}) {
            all.add(async("media", Message.MEDIA, width));
        }
        for (int threads : new int[] {1, 16, 128}) {
            all.add(new Workload("blocking-small-" + threads, Kind.BLOCKING, Message.SMALL, threads, 1));
        }
        for (int threads : new int[] {1, 16, 128}) {
            all.add(new Workload("blocking-media-" + threads, Kind.BLOCKING, Message.MEDIA, threads, 1));
        }
        all.add(async("64k", Message.blob(64 << 10), 8));
        all.add(async("1m", Message.blob(1 << 20), 2));
        for (Kind kind : List.of(Kind.SERVER_STREAM, Kind.CLIENT_STREAM, Kind.BIDIRECTIONAL)) {
            String name = kind.direction().name().toLowerCase(java.util.Locale.ROOT) + "-stream-";
            all.add(new Workload(name + "small", kind, Message.SMALL, 1, SMALL_ITEMS));
            all.add(new Workload(name + "64k", kind, Message.blob(64 << 10), 1, LARGE_ITEMS));
        }
        for (int connections : new int[] {1, 10, 100, 1_000}) {
            all.add(new Workload("connections-" + connections, Kind.CONNECTIONS, Message.SMALL, connections, 1));
        }
        all.add(new Workload("connect", Kind.CONNECT, Message.SMALL, 1, 1));
        all.add(new Workload("slow-consumer-16", Kind.SLOW_CONSUMER, Message.SMALL, 16, LARGE_ITEMS));
        all.add(new Workload("mix-64", Kind.MIX, Message.SMALL, 64, 1));
        for (int rate : new int[] {1_000, 10_000, 50_000}) {
            all.add(new Workload("open-small-" + rate, Kind.OPEN, Message.SMALL, rate, 1));
        }
        return List.copyOf(all);
    }

    private static Workload async(String what, Message message, int width) {
        return new Workload("async-" + what + "-" + width, Kind.ASYNC, message, width, 1);
    }

    /**
     * The workload of this name; sweeps have names of their own, such as {@code async-blob4096-16}.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Workload of(String name) {
        if (name.matches("async-blob[0-9]{1,8}-[0-9]{1,5}")) {
            String[] parts = name.split("-", -1);
            return async(parts[1], Message.blob(Integer.parseInt(parts[1].substring(4))), Integer.parseInt(parts[2]));
        }
        if (name.matches("async-small-[0-9]{1,6}")) {
            return async("small", Message.SMALL, Integer.parseInt(name.substring("async-small-".length())));
        }
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload '" + name + "'; choose one of "
                        + all().stream().map(Workload::name).collect(Collectors.joining(", "))));
    }

    /** Whether this contender can be measured at it. */
    boolean suits(Contender contender) {
        return contender.abilities().contains(kind.ability())
                && (kind != Kind.BLOCKING
                        || message.shape() == Message.Shape.SMALL
                        || !(contender instanceof ThriftContender));
    }
}
