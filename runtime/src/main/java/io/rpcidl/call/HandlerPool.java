package io.rpcidl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A bounded pool of threads for a burst of short tasks: the first of a burst wakes one thread, which wakes a second one when
 * it finds more than it takes, and so on. So a burst of short tasks costs a wake-up or two, and tasks that block get a thread
 * each all the same, up to the bound.
 *
 * <p>The pool of the JDK wakes a thread for each task, which costs several times what a short handler does
 * (docs/performance.md).
 */
final class HandlerPool extends AbstractExecutorService {
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final int mostThreads;
    private final int mostTasks;
    private final ThreadFactory factory;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** Tasks that wait or run. */
    private final AtomicInteger held = new AtomicInteger();

    private final AtomicInteger threads = new AtomicInteger();
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    /** Whether a thread is on its way to the queue: then nobody else has to be woken. */
    private final AtomicBoolean searching = new AtomicBoolean();

    private final CountDownLatch terminated = new CountDownLatch(1);
    private volatile State state = State.OPEN;

    private enum State {
        OPEN,
        /** Takes no more, and does what it has. */
        ENDING,
        /** Drops what it has, and interrupts. */
        STOPPING
    }

    /**
     * @param mostThreads above 0
     * @param mostWaiting tasks that may wait for a thread; further ones are rejected
     */
    HandlerPool(int mostThreads, int mostWaiting, ThreadFactory factory) {
        this.mostThreads = mostThreads;
        this.mostTasks = mostThreads + mostWaiting;
        this.factory = factory;
    }

    @Override
    public void execute(Runnable task) {
        if (state != State.OPEN) {
            throw new RejectedExecutionException("the pool is closed");
        }
        if (held.incrementAndGet() > mostTasks) {
            held.decrementAndGet();
            throw new RejectedExecutionException("the pool and its queue hold " + mostTasks + " tasks already");
        }
        tasks.add(task);
        signal();
        if (state != State.OPEN && tasks.remove(task)) { // closed meanwhile, and perhaps nobody looks any more
            held.decrementAndGet();
            throw new RejectedExecutionException("the pool is closed");
        }
    }

    /** Sends one thread to the queue, unless one is on its way. */
    private void signal() {
        if (!searching.compareAndSet(false, true)) {
            return;
        }
        Worker sleeper = idle.pollFirst();
        if (sleeper != null) {
            sleeper.wake();
        } else if (!startThread()) {
            searching.set(false); // all threads work, and each looks into the queue before it sleeps
        }
    }

    private boolean startThread() {
        int count = threads.get();
        while (count < mostThreads) {
            if (threads.compareAndSet(count, count + 1)) {
                begin(new Worker());
                return true;
            }
            count = threads.get();
        }
        return false;
    }

    private void begin(Worker worker) {
        workers.add(worker);
        try {
            worker.start();
        } catch (RuntimeException | Error noThread) { // memory or threads are short; whoever asked is told
            workers.remove(worker);
            threads.decrementAndGet();
            searching.set(false);
            throw noThread;
        }
    }

    @Override
    public void shutdown() {
        end(State.ENDING);
    }

    @Override
    public List<Runnable> shutdownNow() {
        end(State.STOPPING);
        List<Runnable> dropped = new ArrayList<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            held.decrementAndGet();
            dropped.add(task);
        }
        workers.forEach(Worker::interrupt);
        return dropped;
    }

    private synchronized void end(State wanted) {
        if (state.compareTo(wanted) < 0) {
            state = wanted;
        }
        for (Worker sleeper = idle.pollFirst(); sleeper != null; sleeper = idle.pollFirst()) {
            sleeper.wake();
        }
        terminateWhenDone();
    }

    private void terminateWhenDone() {
        if (state != State.OPEN && threads.get() == 0) {
            terminated.countDown();
        }
    }

    @Override
    public boolean isShutdown() {
        return state != State.OPEN;
    }

    @Override
    public boolean isTerminated() {
        return terminated.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return terminated.await(timeout, unit);
    }

    /** One thread: takes tasks until there are none, and then sleeps. */
    private final class Worker implements Runnable {
        private final Thread thread = factory.newThread(this);
        private volatile boolean woken;

        void start() {
            thread.start();
        }

        void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }

        void interrupt() {
            thread.interrupt();
        }

        @Override
        public void run() {
            boolean sent = true; // whoever has started or woken this thread has marked it as searching
            while (true) {
                Runnable task = tasks.poll();
                if (sent) {
                    sent = false;
                    searching.set(false);
                    if (!tasks.isEmpty()) {
                        signal();
                    }
                }
                if (task != null) {
                    work(task);
                    held.decrementAndGet();
                } else if (state != State.OPEN) {
                    leave();
                    return;
                } else if (tasks.isEmpty()) {
                    if (!sleep()) {
                        leave();
                        return;
                    }
                    sent = woken;
                }
            }
        }

        private void work(Runnable task) {
            if (state != State.STOPPING) {
                boolean unused = Thread.interrupted(); // what was left by the task before
            }
            try {
                task.run();
            } catch (RuntimeException | Error failure) { // tasks tell their failures themselves; the thread goes on
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
            }
        }

        /** Waits until there may be a task; false when there was none for long. */
        private boolean sleep() {
            woken = false;
            idle.addFirst(this);
            if ((!tasks.isEmpty() || state != State.OPEN) && idle.remove(this)) {
                return true; // it came while this thread lay down
            }
            while (!woken) {
                LockSupport.parkNanos(this, KEEP_ALIVE_NANOS);
                if (!woken && idle.remove(this)) {
                    return false; // the time is over, or it seems so: a thread too few is started when it is needed
                }
            }
            return true;
        }

        private void leave() {
            workers.remove(this);
            threads.decrementAndGet();
            if (!tasks.isEmpty()) {
                signal();
            }
            terminateWhenDone();
        }
    }
}
