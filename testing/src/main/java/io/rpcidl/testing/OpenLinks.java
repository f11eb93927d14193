package io.rpcidl.testing;

import io.rpcidl.transport.RpcClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The connections that are open, with the calls on them that have not ended; any thread. */
final class OpenLinks {
    private final Map<FaultLink, Calls> links = new LinkedHashMap<>();

    private static final class Calls {
        private final Map<Integer, String> open = new TreeMap<>();
        private boolean spoiled;
    }

    synchronized void opened(FaultLink link) {
        links.put(link, new Calls());
    }

    synchronized void closed(FaultLink link) {
        links.remove(link);
        notifyAll();
    }

    synchronized void spoiled(FaultLink link) {
        Calls calls = links.get(link);
        if (calls != null) {
            calls.spoiled = true;
            notifyAll();
        }
    }

    synchronized void callBegan(FaultLink link, int call, String words) {
        Calls calls = links.get(link);
        if (calls != null) {
            calls.open.put(call, words);
        }
    }

    synchronized void callEnded(FaultLink link, int call) {
        Calls calls = links.get(link);
        if (calls != null) {
            calls.open.remove(call);
            notifyAll();
        }
    }

    synchronized int callsInFlight() {
        return inFlight().size();
    }

    synchronized int heldOctets() {
        return links.keySet().stream().mapToInt(FaultLink::heldOctets).sum();
    }

    /** Waits until all calls have ended, but no longer than {@code time}; those that have not. */
    synchronized List<String> awaitEnds(Duration time) throws InterruptedException {
        RpcClock clock = RpcClock.system();
        long end = clock.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (callsInFlight() > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - clock.nanoTime();
        }
        return inFlight();
    }

    private List<String> inFlight() {
        List<String> words = new ArrayList<>();
        for (Calls calls : links.values()) {
            if (!calls.spoiled) {
                words.addAll(calls.open.values());
            }
        }
        return words;
    }
}
