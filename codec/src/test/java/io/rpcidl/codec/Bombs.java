package io.rpcidl.codec;

import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A program of its own: each thread reads all bombs and then a message like any other. Says how many it refused and read. */
final class Bombs {

    static final int THREADS = 1_000;

    private static final List<Placed> ALL = bombs();

    static final int REFUSED = THREADS * ALL.size();

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final byte[] order = Order.CODEC.encode(Samples.order());

    private Bombs() {}

    /** Each place with a string and a list that promise 2^31 - 1 and more octets. */
    private static List<Placed> bombs() {
        List<Placed> bombs = new ArrayList<>();
        for (Place place : Place.values()) {
            bombs.add(place(place, Codecs.STRING, "FFFFFFFF07"));
            if (place.takes(Codecs.BYTES.kind())) {
                bombs.add(place(place, Codecs.BYTES, "FFFFFFFF0F 00"));
                bombs.add(place(place, Codecs.list(Codecs.I64), "05 FFFFFFFF0F 00"));
                bombs.add(place(place, Codecs.list(Codecs.STRING), "0B FFFFFFFF07 00"));
                bombs.add(place(place, Codecs.map(Codecs.UUID, Codecs.I64), "09 05 FFFFFFFF07 00"));
            }
        }
        return bombs;
    }

    private static Placed place(Place place, Codec<?> codec, String octets) {
        Place.Placed placed = place.put(codec, octets);
        return new Placed(placed.codec(), placed.message());
    }

    private record Placed(StructCodec<?> codec, byte[] message) {}

    public static void main(String[] args) throws InterruptedException {
        Bombs bombs = new Bombs();
        CountDownLatch ready = new CountDownLatch(THREADS);
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        ready.countDown();
                        bombs.run(ready);
                        done.countDown();
                    })
                    .start();
        }
        done.await(2, TimeUnit.MINUTES);
        System.out.println("refused " + bombs.refused + ", read " + bombs.read);
        System.exit(0);
    }

    private void run(CountDownLatch ready) {
        try {
            ready.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            return;
        }
        for (Placed bomb : ALL) {
            try {
                bomb.codec().decode(bomb.message());
            } catch (MalformedDataException problem) {
                refused.incrementAndGet();
            }
        }
        if (Order.CODEC.decode(order).equals(Samples.order())) {
            read.incrementAndGet();
        }
    }
}
