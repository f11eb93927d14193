package io.rpcidl.call;

import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/** How much of a model the build looks at; {@code -Drpcidl.races=100} looks at a hundred times as much. */
public final class ModelChecked {
    private static final int FACTOR = Integer.getInteger("rpcidl.races", 1);
    /** Only against hangs: a loaded machine is no finding. */
    private static final long TIMEOUT_MILLIS = 300_000;

    /** Calls and their model: the one step that does not belong to a loop. */
    private static final String DISPATCH = "io.rpcidl.connection.IncomingCall";

    private ModelChecked() {}

    /**
     * What one thread uses at a time, by the very rules that these models check: each of its methods is one step. Lincheck
     * also can't look into the octets of a message.
     */
    private static boolean ofOneThread(String className) {
        return (className.startsWith("io.rpcidl.connection.") && !className.startsWith(DISPATCH))
                || className.startsWith("io.rpcidl.frame.")
                || className.startsWith("io.rpcidl.wire.")
                || className.startsWith("io.rpcidl.codec.");
    }

    /** Scenarios of {@code threads} threads with so many steps each, and as many schedules of each. */
    public static void check(Class<?> model, int threads, int steps, int schedules) {
        new ModelCheckingOptions()
                .threads(threads)
                .actorsPerThread(steps)
                .actorsBefore(0)
                .actorsAfter(0)
                .iterations(2 * FACTOR)
                .invocationsPerIteration(schedules * FACTOR)
                .invocationTimeout$lincheck(TIMEOUT_MILLIS) // the one name for it that Java can call
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(ModelChecked::ofOneThread)
                        .allMethods()
                        .treatAsAtomic())
                .logLevel(LoggingLevel.ERROR)
                .check(model);
    }
}
