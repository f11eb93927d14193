package io.rpcidl.simulation.planted;

import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import org.jspecify.annotations.Nullable;

/** Mistakes of a transport. */
final class LinkBugs {
    private LinkBugs() {}

    /** An octet that the socket has taken is not counted. */
    static final class TakenTooFew extends Bug {
        TakenTooFew() {
            super(End.CLIENT);
        }

        @Override
        LinkListener listener(LinkListener honest) {
            return new ListenerProxy(honest) {
                @Override
                public void taken(long total) {
                    honest.taken(total - 1);
                }
            };
        }
    }

    /** What is handed over counts as taken. */
    static final class TakenTooMany extends Bug {
        private static final int ALL = Integer.MAX_VALUE;

        TakenTooMany() {
            super(End.CLIENT);
        }

        @Override
        LinkListener listener(LinkListener honest) {
            return new ListenerProxy(honest) {
                @Override
                public void taken(long total) {
                    honest.taken(ALL);
                }

                @Override
                public void closed(@Nullable Throwable cause) {
                    honest.taken(ALL);
                    honest.closed(cause);
                }
            };
        }
    }

    /** Nobody is told that a link is gone. */
    static final class CloseUntold extends Bug {
        CloseUntold() {
            super(End.SERVER);
        }

        @Override
        LinkListener listener(LinkListener honest) {
            return new ListenerProxy(honest) {
                @Override
                public void closed(@Nullable Throwable cause) {
                    if (!every(5)) {
                        honest.closed(cause);
                    }
                }
            };
        }
    }

    /** Reading is stopped and never goes on. */
    static final class ResumeLost extends Bug {
        ResumeLost() {
            super(End.SERVER);
        }

        @Override
        Link link(Link honest) {
            return new LinkProxy(honest) {
                @Override
                public void resumeReading() {
                    // forgotten
                }
            };
        }
    }

    /** A task is dropped: whoever waits for it waits for ever. */
    static final class WakeUpLost extends Bug {
        WakeUpLost() {
            super(End.CLIENT);
        }

        @Override
        Loop loop(Loop honest) {
            return new LoopProxy(honest) {
                @Override
                public void execute(Runnable task) {
                    if (!every(50)) {
                        honest.execute(task);
                    }
                }
            };
        }
    }

    /** A timer does not fire. */
    static final class TimerForgotten extends Bug {
        TimerForgotten() {
            super(End.CLIENT);
        }

        @Override
        Loop loop(Loop honest) {
            return new LoopProxy(honest) {
                @Override
                public LoopTimer schedule(long atNanos, Runnable task) {
                    return every(5) ? () -> {} : honest.schedule(atNanos, task);
                }
            };
        }
    }

    /** A timer fires a little late. */
    static final class TimerLate extends Bug {
        private static final long LATE = 1_000_000_000;

        TimerLate() {
            super(End.CLIENT);
        }

        @Override
        Loop loop(Loop honest) {
            return new LoopProxy(honest) {
                @Override
                public LoopTimer schedule(long atNanos, Runnable task) {
                    return honest.schedule(atNanos + LATE, task);
                }
            };
        }
    }

    /** A timer that is called off stays, and fires for nobody. */
    static final class TimerKept extends Bug {
        TimerKept() {
            super(End.CLIENT);
        }

        @Override
        Loop loop(Loop honest) {
            return new LoopProxy(honest) {
                @Override
                public LoopTimer schedule(long atNanos, Runnable task) {
                    boolean[] off = new boolean[1];
                    honest.schedule(atNanos, () -> {
                        if (!off[0]) {
                            task.run();
                        }
                    });
                    return () -> off[0] = true;
                }
            };
        }
    }

    private abstract static class LoopProxy implements Loop {
        private final Loop honest;

        LoopProxy(Loop honest) {
            this.honest = honest;
        }

        @Override
        public long now() {
            return honest.now();
        }

        @Override
        public long refreshed() {
            return honest.refreshed();
        }

        @Override
        public boolean inLoop() {
            return honest.inLoop();
        }

        @Override
        public void execute(Runnable task) {
            honest.execute(task);
        }

        @Override
        public LoopTimer schedule(long atNanos, Runnable task) {
            return honest.schedule(atNanos, task);
        }

        @Override
        public LoopTimer whenClosed(Runnable task) {
            return honest.whenClosed(task);
        }
    }
}
