package io.rpcidl.fuzz.connection;

import io.rpcidl.connection.ItemListener;

/** Takes every item, and always waits for another. */
final class Taker implements ItemListener {
    private boolean ended;

    @Override
    public void item(byte[] bytes, int offset, int length) {
        if (ended || length == 0) {
            throw new AssertionError("an item behind the end, or one of nothing");
        }
    }

    @Override
    public void itemsEnded() {
        if (ended) {
            throw new AssertionError("a second end");
        }
        ended = true;
    }

    @Override
    public void itemsWritten(long cost) {
        if (cost <= 0) {
            throw new AssertionError("items that cost nothing");
        }
    }

    @Override
    public boolean waits() {
        return true;
    }
}
