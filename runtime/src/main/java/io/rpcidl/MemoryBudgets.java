package io.rpcidl;

import io.rpcidl.connection.ByteBudget;
import io.rpcidl.connection.ConnectionSettings.Budgets;

/** What all connections of a process hold together, unless a server has budgets of its own. */
final class MemoryBudgets {
    private static final int PART_OF_THE_HEAP = 8;

    /** An eighth of the heap in each direction. */
    static final Budgets PROCESS = of(
            partOf(Runtime.getRuntime().maxMemory()),
            partOf(Runtime.getRuntime().maxMemory()));

    private MemoryBudgets() {}

    /** What a process with such a heap may hold in one direction. */
    static long partOf(long heap) {
        return heap / PART_OF_THE_HEAP;
    }

    /** Budgets of so many octets. */
    static Budgets of(long inbound, long outbound) {
        return new Budgets(new ByteBudget(inbound), new ByteBudget(outbound));
    }
}
