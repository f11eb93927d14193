package io.rpcidl.transport;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a {@link Loop} does when its transport is closed; only on the loop's own thread. */
public final class ClosingTasks {
    private static final System.Logger LOG = System.getLogger(ClosingTasks.class.getName());

    private final Set<Entry> entries = new LinkedHashSet<>();
    private boolean run;

    /** No tasks yet. */
    public ClosingTasks() {}

    /** The task of one who asked, who may have asked with the same task twice. */
    private static final class Entry {
        private final Runnable task;

        Entry(Runnable task) {
            this.task = task;
        }
    }

    /** As {@link Loop#whenClosed} says. */
    public LoopTimer add(Runnable task) {
        if (run) {
            task.run();
            return () -> {};
        }
        Entry entry = new Entry(task);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Runs all of them in the order in which they came, and each that comes later at once. One that fails harms no other. */
    public void run() {
        run = true;
        List<Entry> all = List.copyOf(entries);
        entries.clear();
        for (Entry entry : all) {
            try {
                entry.task.run();
            } catch (RuntimeException | Error faulty) { // the loop has to end, whatever this was
                LOG.log(System.Logger.Level.ERROR, "a task failed that hears of the end of a transport", faulty);
            }
        }
    }
}
