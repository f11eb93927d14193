package io.rpcidl.simulation.audit;

/** How calls ended, and how tight MAYBE_EXECUTED was. */
public final class Tally {
    /** Calls that were made. */
    public long calls;
    /** Calls that succeeded, oneway calls too. */
    public long succeeded;
    /** Declared errors. */
    public long declared;
    /** Failed and not executed. */
    public long notExecuted;
    /** Failed and executed. */
    public long executed;
    /** Failed, and nothing is known. */
    public long maybeExecuted;
    /** Streams whose caller wanted no more. */
    public long stopped;
    /** Calls whose connection was lost before the last octet of their request had left. */
    public long cutBeforeLastOctet;
    /** Those of them that ended as MAYBE_EXECUTED though NOT_EXECUTED was known. */
    public long needlessMaybe;

    /** Nothing was counted yet. */
    public Tally() {}

    /** Adds what another run has counted. */
    public void add(Tally other) {
        calls += other.calls;
        succeeded += other.succeeded;
        declared += other.declared;
        notExecuted += other.notExecuted;
        executed += other.executed;
        maybeExecuted += other.maybeExecuted;
        stopped += other.stopped;
        cutBeforeLastOctet += other.cutBeforeLastOctet;
        needlessMaybe += other.needlessMaybe;
    }
}
