package io.rpcidl.connection;

import java.util.ArrayDeque;

/** Who has more to send than fits one frame: large messages and streams take turns, so that none waits for another's end. */
final class Turns {

    private final Output output;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();

    Turns(Output output) {
        this.output = output;
    }

    /** One of those that take turns. */
    interface Turn {
        /** Writes a piece; false when it wants no further turn for now. */
        boolean take();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Turn turn) {
        waiting.add(turn);
    }

    void clear() {
        waiting.clear();
    }

    /** Gives the next turn; false when nobody wanted to write anything. */
    boolean next() {
        long before = output.position();
        for (Turn turn = waiting.poll(); turn != null; turn = waiting.poll()) {
            if (turn.take()) {
                waiting.add(turn);
            }
            if (output.position() > before) {
                return true;
            }
        }
        return false;
    }
}
