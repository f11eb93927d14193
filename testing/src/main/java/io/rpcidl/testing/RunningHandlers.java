package io.rpcidl.testing;

import io.rpcidl.transport.RpcClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What runs on the server's side of a test, with the thread on which it does; any thread. */
final class RunningHandlers {
    private static final int MOST_FRAMES = 16;

    private final Map<Object, Running> running = new LinkedHashMap<>();

    private record Running(String what, Thread thread) {}

    /** Runs {@code work} in sight. */
    void run(String what, Runnable work) {
        Object key = began(what);
        try {
            work.run();
        } finally {
            ended(key);
        }
    }

    /** Something begins on this thread; the key ends it. */
    synchronized Object began(String what) {
        Object key = new Object();
        running.put(key, new Running(what, Thread.currentThread()));
        return key;
    }

    synchronized void ended(Object key) {
        running.remove(key);
        notifyAll();
    }

    /** Waits until nothing runs, but no longer than {@code time}; what still does, and where. */
    synchronized List<String> awaitEnds(Duration time) throws InterruptedException {
        RpcClock clock = RpcClock.system();
        long end = clock.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (!running.isEmpty() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - clock.nanoTime();
        }
        Map<Thread, Running> innermost = new LinkedHashMap<>();
        running.values().forEach(one -> innermost.put(one.thread(), one));
        List<String> words = new ArrayList<>();
        innermost.values().forEach(one -> words.add(words(one)));
        return words;
    }

    private static String words(Running one) {
        StringBuilder words = new StringBuilder(one.what())
                .append(" still runs on the thread ")
                .append(one.thread().getName());
        StackTraceElement[] frames = one.thread().getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            words.append("\n        at ").append(frames[i]);
        }
        return words.toString();
    }
}
