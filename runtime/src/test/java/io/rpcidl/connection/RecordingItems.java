package io.rpcidl.connection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes down the items of one call. */
final class RecordingItems implements ItemListener {

    final List<byte[]> items = new ArrayList<>();
    /** How many of them came in arrays of their own. */
    int whole;

    boolean ended;
    long written;
    boolean waits;
    private final long id;
    private final List<String> log;

    RecordingItems(long id, List<String> log) {
        this.id = id;
        this.log = log;
    }

    /** What the items from here on would cost their sender. */
    long cost(int from) {
        return items.subList(from, items.size()).stream()
                .mapToLong(item -> item.length + 64)
                .sum();
    }

    @Override
    public void item(byte[] bytes, int offset, int length) {
        if (ended) {
            throw new AssertionError("an item behind the end");
        }
        items.add(Arrays.copyOfRange(bytes, offset, offset + length));
        log.add("item " + id + " " + new String(bytes, offset, Math.min(length, 6_000), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void wholeItem(byte[] item) {
        whole++;
        item(item, 0, item.length);
    }

    @Override
    public void itemsEnded() {
        if (ended) {
            throw new AssertionError("a second end");
        }
        ended = true;
        log.add("items ended " + id);
    }

    @Override
    public void itemsWritten(long cost) {
        written += cost;
    }

    @Override
    public boolean waits() {
        return waits;
    }
}
