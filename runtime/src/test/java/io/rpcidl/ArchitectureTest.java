package io.rpcidl;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The layers of the codec and of the runtime, and what their main code never does (row A22 of the catalogue of hostile inputs). */
@AnalyzeClasses(
        packages = "io.rpcidl",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    private static final String CLOCK = "io.rpcidl.transport.SystemClock";

    @ArchTest
    static final ArchRule layersKnowOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("value")
            .definedBy("io.rpcidl.value")
            .layer("wire")
            .definedBy("io.rpcidl.wire")
            .layer("codec")
            .definedBy("io.rpcidl.codec")
            .layer("frame")
            .definedBy("io.rpcidl.frame")
            .layer("connection")
            .definedBy("io.rpcidl.connection")
            .layer("transport")
            .definedBy("io.rpcidl.transport")
            .layer("retry")
            .definedBy("io.rpcidl.retry")
            .layer("resolve")
            .definedBy("io.rpcidl.resolve")
            .layer("balance")
            .definedBy("io.rpcidl.balance")
            .layer("call")
            .definedBy("io.rpcidl.call")
            .layer("transports")
            .definedBy("io.rpcidl.transport.*..")
            .layer("root")
            .definedBy("io.rpcidl")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transports")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("retry")
            .mayOnlyBeAccessedByLayers("call", "root")
            .whereLayer("resolve")
            .mayOnlyBeAccessedByLayers("call", "root")
            .whereLayer("balance")
            .mayOnlyBeAccessedByLayers("call", "root")
            .whereLayer("transport")
            .mayOnlyBeAccessedByLayers("resolve", "balance", "call", "transports", "root")
            .whereLayer("connection")
            .mayOnlyBeAccessedByLayers("call", "root")
            .whereLayer("frame")
            .mayOnlyBeAccessedByLayers("connection", "call", "root")
            .whereLayer("codec")
            .mayOnlyBeAccessedByLayers("frame", "connection", "call", "root")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("codec", "frame", "connection", "call", "transports", "root");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.rpcidl.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheNettyTransportKnowsNetty = noClasses()
            .that()
            .resideOutsideOfPackage("io.rpcidl.transport.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule nobodyUsesReflectionSerializationOrUnsafe = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect..")
                    .or(resideInAnyPackage("sun.misc..", "jdk.internal.."))
                    .or(named("java.io.ObjectInputStream"))
                    .or(named("java.io.ObjectOutputStream"))
                    .or(named("java.io.Externalizable")));

    @ArchTest
    static final ArchRule nobodyLoadsClassesByName = noClasses()
            .should()
            .accessTargetWhere(uses(Class.class, "forName").or(uses(ClassLoader.class, "loadClass")));

    @ArchTest
    static final ArchRule onlyTheSystemClockReadsTheTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(CLOCK)
            .should()
            .accessTargetWhere(uses(System.class, "nanoTime")
                    .or(uses(System.class, "currentTimeMillis"))
                    .or(uses(Instant.class, "now")));

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().accessTargetWhere(uses(Thread.class, "sleep"));

    @ArchTest
    static final ArchRule randomnessEntersAtTheRootOnly = noClasses()
            .that()
            .resideOutsideOfPackage("io.rpcidl")
            .should()
            .accessTargetWhere(uses(UUID.class, "randomUUID")
                    .or(uses(Math.class, "random"))
                    .or(uses(ThreadLocalRandom.class, "current"))
                    .or(uses(Random.class, "<init>"))
                    .or(uses(SplittableRandom.class, "<init>"))
                    .or(uses(SecureRandom.class, "<init>")));

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule nobodyAsserts = noClasses()
            .should()
            .accessTargetWhere(uses(Class.class, "desiredAssertionStatus"))
            .because("an assert is off in production, and input is checked there too");

    @ArchTest
    static final ArchRule nobodyLogsOtherwiseThanThroughTheSystemLogger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "io.netty.util.internal.logging..");

    /** The codec's tests come as a jar when its module was packaged before. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    /** Calls and references to a method, constructor or field. */
    private static DescribedPredicate<JavaAccess<?>> uses(Class<?> owner, String member) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + member,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getName().equals(member));
    }
}
