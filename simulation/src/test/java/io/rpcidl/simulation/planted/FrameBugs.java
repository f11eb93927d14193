package io.rpcidl.simulation.planted;

import java.util.Collections;
import java.util.List;

/** Mistakes of a connection in what it writes. */
final class FrameBugs {
    private static final int FLAGS_OF_ERROR = 16;
    private static final int DISPATCHED = 2;
    private static final int DECLARED = 8;

    private FrameBugs() {}

    /** Two calls leave in the wrong order. */
    static final class CallsSwapped extends FrameBug {
        CallsSwapped() {
            super(End.CLIENT);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (int i = 1; i < frames.size(); i++) {
                if (type(frames.get(i - 1)) == CALL && type(frames.get(i)) == CALL) {
                    Collections.swap(frames, i - 1, i);
                }
            }
        }
    }

    /** A call is answered twice. */
    static final class AnsweredTwice extends FrameBug {
        AnsweredTwice() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (int i = frames.size() - 1; i >= 0; i--) {
                if (type(frames.get(i)) == REPLY && whole(frames.get(i)) && every(10)) {
                    frames.add(i, frames.get(i));
                }
            }
        }
    }

    /** The answers of two calls are mixed up. */
    static final class AnswersMixedUp extends FrameBug {
        AnswersMixedUp() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (int i = 1; i < frames.size(); i++) {
                byte[] first = frames.get(i - 1);
                byte[] second = frames.get(i);
                if (type(first) == REPLY && type(second) == REPLY && whole(first) && whole(second)) {
                    for (int octet = 4; octet < 8; octet++) {
                        byte kept = first[octet];
                        first[octet] = second[octet];
                        second[octet] = kept;
                    }
                }
            }
        }
    }

    /** A handler has failed, and the caller is told that it never began. */
    static final class DispatchDenied extends FrameBug {
        DispatchDenied() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (byte[] frame : frames) {
                if (type(frame) == ERROR && (frame[FLAGS_OF_ERROR] & DECLARED) == 0) {
                    frame[FLAGS_OF_ERROR] &= ~DISPATCHED;
                }
            }
        }
    }

    /** The call was refused, and the caller is told that its handler has begun. */
    static final class DispatchInvented extends FrameBug {
        DispatchInvented() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (byte[] frame : frames) {
                if (type(frame) == ERROR) {
                    frame[FLAGS_OF_ERROR] |= DISPATCHED;
                }
            }
        }
    }

    /** One octet of credit too much is given back. */
    static final class CreditOffByOne extends FrameBug {
        CreditOffByOne() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (byte[] frame : frames) {
                if (type(frame) == CREDIT) {
                    frame[8]++;
                }
            }
        }
    }

    /** One bit of an answer is another one. */
    static final class AnswerDamaged extends FrameBug {
        AnswerDamaged() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (byte[] frame : frames) {
                if (type(frame) == REPLY && every(20)) {
                    frame[frame.length - 1] ^= 1;
                }
            }
        }
    }

    /** Two items of a stream leave in the wrong order. */
    static final class ItemsSwapped extends FrameBug {
        ItemsSwapped() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            for (int i = 1; i < frames.size(); i++) {
                byte[] first = frames.get(i - 1);
                byte[] second = frames.get(i);
                if (type(first) == ITEM && type(second) == ITEM && first[4] == second[4] && every(10)) {
                    Collections.swap(frames, i - 1, i);
                }
            }
        }
    }

    /** An item of a stream is lost. */
    static final class ItemLost extends FrameBug {
        ItemLost() {
            super(End.CLIENT);
        }

        @Override
        void spoil(List<byte[]> frames) {
            frames.removeIf(frame -> type(frame) == ITEM && !whole(frame) && every(20));
        }
    }

    /** Credit of a stream is never given back. */
    static final class StreamCreditKept extends FrameBug {
        StreamCreditKept() {
            super(End.SERVER);
        }

        @Override
        void spoil(List<byte[]> frames) {
            frames.removeIf(frame -> type(frame) == CREDIT && (frame[4] | frame[5] | frame[6] | frame[7]) != 0);
        }
    }
}
