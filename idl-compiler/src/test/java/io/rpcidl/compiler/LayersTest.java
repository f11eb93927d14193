package io.rpcidl.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(packages = "io.rpcidl.compiler", importOptions = DoNotIncludeTests.class)
class LayersTest {

    private static final String ROOT = "io.rpcidl.compiler";

    /** Each stage knows only stages before it; the order of the names below is that of the stages. */
    @ArchTest
    static final ArchRule STAGES_KNOW_ONLY_EARLIER_STAGES = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("source")
            .definedBy(ROOT + ".source")
            .layer("diagnostic")
            .definedBy(ROOT + ".diagnostic")
            .layer("ast")
            .definedBy(ROOT + ".ast")
            .layer("syntax")
            .definedBy(ROOT + ".syntax")
            .layer("model")
            .definedBy(ROOT + ".model")
            .layer("resolve")
            .definedBy(ROOT + ".resolve")
            .layer("check")
            .definedBy(ROOT + ".check")
            .layer("format")
            .definedBy(ROOT + ".format")
            .layer("lint")
            .definedBy(ROOT + ".lint")
            .layer("describe")
            .definedBy(ROOT + ".describe")
            .layer("compat")
            .definedBy(ROOT + ".compat")
            .layer("lock")
            .definedBy(ROOT + ".lock")
            .layer("generate")
            .definedBy(ROOT + ".generate..")
            .layer("output")
            .definedBy(ROOT + ".output")
            .layer("fix")
            .definedBy(ROOT + ".fix")
            .layer("facade")
            .definedBy(ROOT)
            .whereLayer("facade")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("fix")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("resolve")
            .mayOnlyBeAccessedByLayers("check", "lint", "facade")
            .whereLayer("lint")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("syntax")
            .mayOnlyBeAccessedByLayers("resolve", "format")
            .whereLayer("ast")
            .mayOnlyBeAccessedByLayers("syntax", "resolve", "check", "lint")
            .whereLayer("describe")
            .mayOnlyBeAccessedByLayers("generate", "facade")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("output", "facade")
            .whereLayer("lock")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("compat")
            .mayOnlyBeAccessedByLayers("lock", "facade")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("resolve", "check", "lint", "describe", "compat", "generate", "facade");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_SYNTAX_KNOWS_ANTLR = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".syntax")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "io.rpcidl.grammar..");

    @ArchTest
    static final ArchRule ONLY_THE_JAVA_BACKEND_KNOWS_JAVAPOET = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".generate.java..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule ONLY_THE_JSON_OF_DIAGNOSTICS_KNOWS_JACKSON = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".diagnostic.JsonRenderer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule CLOCKS_AND_THE_CONSOLE_ARE_NOT_TOUCHED = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule RULES_ARE_PACKAGE_PRIVATE =
            classes().that().haveSimpleNameEndingWith("Rule").should().bePackagePrivate();
}
