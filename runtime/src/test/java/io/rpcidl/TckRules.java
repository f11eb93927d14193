package io.rpcidl;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Runs the rules of the Reactive Streams TCK, which are methods for TestNG, as tests of JUnit. */
public final class TckRules {
    /** By this the TCK marks the rules that no test can verify. */
    private static final String UNTESTED = "untested_";

    private TckRules() {}

    /** Each rule of a verification, on an object of its own. */
    public static Stream<DynamicTest> of(Supplier<?> verification) {
        return Arrays.stream(verification.get().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> !method.getName().startsWith(UNTESTED))
                .sorted(Comparator.comparing(Method::getName))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> run(verification.get(), rule)));
    }

    private static void run(Object verification, Method rule) throws Throwable {
        invokeAll(verification, BeforeClass.class);
        invokeAll(verification, BeforeMethod.class);
        try {
            rule.invoke(verification);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SkipException skipped) {
                throw new AssertionError("the TCK skips " + rule.getName() + ": " + skipped.getMessage(), skipped);
            }
            throw failed.getCause();
        } finally {
            invokeAll(verification, AfterClass.class);
        }
    }

    private static void invokeAll(Object verification, Class<? extends Annotation> marked) throws Exception {
        for (Method method : verification.getClass().getMethods()) {
            if (method.isAnnotationPresent(marked)) {
                method.invoke(verification);
            }
        }
    }
}
