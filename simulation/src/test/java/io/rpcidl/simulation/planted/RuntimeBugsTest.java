package io.rpcidl.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds mistakes in the runtime itself, the first of them the one that it was made for. */
class RuntimeBugsTest {
    private static final Logger RUNTIME = Logger.getLogger("io.rpcidl");
    private static final long FIRST_SEED = 1;
    private static final long SEEDS = 20_000;

    @BeforeAll
    static void quiet() {
        RUNTIME.setLevel(Level.OFF); // scripted failures would fill the log
    }

    @ParameterizedTest
    @EnumSource
    void isFound(RuntimeBug bug) throws Exception {
        Method hunt = Class.forName(Hunt.class.getName(), true, new BuggyRuntime(bug))
                .getMethod("hunt", long.class, long.class);
        Object found = hunt.invoke(null, bug.foundBefore(), 1L);
        if (found == null) {
            found = hunt.invoke(null, FIRST_SEED, SEEDS);
        }
        assertThat(found).as("%s within %d seeds", bug, SEEDS).isNotNull();
        System.out.println(bug + " is found: " + found);
        assertThat(bug.breaks())
                .as("%s: %s", bug, found)
                .contains(found.toString().substring(0, 2));
    }
}
