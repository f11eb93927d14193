package io.rpcidl.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds threads of the runtime that a fixture has left behind. Threads don't tell to whom they belong: where fixtures overlap,
 * in tests that run in parallel, it finds none.
 */
final class ThreadCheck {
    private static final String OURS = "rpcidl-";
    private static int open;
    private static long openedSoFar;

    private final Set<Thread> before = new HashSet<>();
    private final long number;
    private final boolean alone;

    private ThreadCheck(long number, boolean alone) {
        this.number = number;
        this.alone = alone;
        before.addAll(ours());
    }

    static ThreadCheck begin() {
        synchronized (ThreadCheck.class) {
            open++;
            openedSoFar++;
            return new ThreadCheck(openedSoFar, open == 1);
        }
    }

    void end() {
        synchronized (ThreadCheck.class) {
            open--;
        }
    }

    /** Names of threads that have come and are not gone after {@code time}. */
    List<String> awaitEnds(Duration time) throws InterruptedException {
        List<String> left = new ArrayList<>();
        if (!hadTheProcessForItself()) {
            return left;
        }
        for (Thread thread : ours()) {
            if (!before.contains(thread)) {
                thread.join(Math.max(1, time.toMillis()));
                if (thread.isAlive()) {
                    left.add(thread.getName());
                }
            }
        }
        return left;
    }

    private boolean hadTheProcessForItself() {
        synchronized (ThreadCheck.class) {
            return alone && number == openedSoFar;
        }
    }

    private static Set<Thread> ours() {
        Set<Thread> found = new HashSet<>(Thread.getAllStackTraces().keySet());
        found.removeIf(thread -> !thread.getName().startsWith(OURS));
        return found;
    }
}
