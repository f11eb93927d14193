package io.rpcidl.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The root package holds descriptors; each package beside it stands on the root alone. */
@AnalyzeClasses(packages = "io.rpcidl.schema", importOptions = DoNotIncludeTests.class)
class LayersTest {

    private static final String ROOT = "io.rpcidl.schema";

    @ArchTest
    static final ArchRule DESCRIPTORS_KNOW_NOTHING_ABOVE_THEM = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".*..");

    @ArchTest
    static final ArchRule PACKAGES_ABOVE_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(ROOT + ".(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ONLY_JSON_NEEDS_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule THE_CODEC_IS_ALL_THAT_IT_STANDS_ON = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    ROOT + "..",
                    "io.rpcidl.codec",
                    "io.rpcidl.value",
                    "io.rpcidl.wire",
                    "org.jspecify..",
                    "tools.jackson.core..");
}
