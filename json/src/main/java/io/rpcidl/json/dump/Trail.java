package io.rpcidl.json.dump;

/** Where in a message the walk is, like {@code lines[3].price}. Fields that no schema names are {@code #} and their number. */
final class Trail {

    /** Of a longer path only the end is shown, so that a line stays a line and a dump stays in proportion. */
    private static final int LONGEST = 120;

    private final StringBuilder text = new StringBuilder();

    /** Enters a member; returns what {@link #leave} needs. */
    int enter(String name) {
        int outer = text.length();
        if (outer > 0) {
            text.append('.');
        }
        text.append(name);
        return outer;
    }

    /** Enters an element or a pair; returns what {@link #leave} needs. */
    int enter(int index) {
        int outer = text.length();
        text.append('[').append(index).append(']');
        return outer;
    }

    void leave(int outer) {
        text.setLength(outer);
    }

    @Override
    public String toString() {
        int length = text.length();
        return length <= LONGEST ? text.toString() : "…" + text.substring(length - LONGEST + 1);
    }
}
