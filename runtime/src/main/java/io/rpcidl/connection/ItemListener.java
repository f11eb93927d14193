package io.rpcidl.connection;

/**
 * Who takes and makes the items of one call; the call layer implements it. Called on the loop, one call at a time, from
 * inside inputs and commands; nothing of it may throw.
 */
public interface ItemListener {

    /** An item has arrived; the range is valid during the call only. */
    void item(byte[] bytes, int offset, int length);

    /** An item has arrived in an array of its own, which the listener may keep. */
    default void wholeItem(byte[] item) {
        item(item, 0, item.length);
    }

    /** The peer sends no more items: its upload has ended. A stream that comes back ends with the call itself. */
    void itemsEnded();

    /** Items of this end, which cost so much (W-7.12), have left their queue: there is room for others. */
    void itemsWritten(long cost);

    /**
     * Whether somebody waits for an item and none is there. Who answers false and waits later says so by {@link
     * Connection#itemsTaken} with a cost of 0.
     */
    boolean waits();
}
