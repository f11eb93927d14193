package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.DeclaredError;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A declared error as a checked exception.
 *
 * <p>Its fields sit in one transient record, so that exceptions, which Java makes serializable, need no field that is not.
 */
final class ErrorGenerator {

    private static final String FIELDS = "Fields";
    private static final int INDENT = 20;

    private final Deprecations deprecations;

    ErrorGenerator(Deprecations deprecations) {
        this.deprecations = deprecations;
    }

    TypeSpec generate(DeclaredError error, Composite composite) {
        ClassName name = composite.type();
        ClassName fields = name.nestedClass(FIELDS);
        TypeSpec.Builder type = TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeTypes.DECLARED_ERROR);
        Declarations.topLevel(type, error.deprecation());
        Deprecations.suppress(type, error.deprecation() == null && deprecations.named(error.fields()));
        type.addJavadoc(documentation(error, composite));
        type.addField(
                FieldSpec.builder(TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build());
        boolean empty = composite.components().isEmpty();
        if (empty) {
            type.addMethod(emptyConstructor(composite));
        } else {
            type.addField(fields, "fields", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT);
            type.addMethods(constructors(composite, fields));
            type.addType(fields(composite, fields));
        }
        for (Component component : composite.components()) {
            type.addMethod(LargeStructGenerator.accessor(component, Code.of("fields.$L", component.name())));
        }
        if (error.rejects()) {
            type.addMethod(Declarations.override("rejects", TypeName.BOOLEAN, Modifier.PUBLIC)
                    .addStatement("return true")
                    .build());
        }
        BuilderGenerator.addTo(type, composite, "fields.");
        type.addMethod(RecordGenerator.codec(composite));
        return type.build();
    }

    private static MethodSpec emptyConstructor(Composite composite) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addStatement("super($S)", composite.label() + "[]")
                .build();
    }

    private static CodeBlock documentation(DeclaredError error, Composite composite) {
        Documentation documentation =
                Documentation.of(error.documentation(), "The error {@code " + composite.label() + "}.");
        if (error.rejects()) {
            documentation.paragraph("Raising it promises that nothing was done.");
        }
        return documentation
                .paragraph(RecordGenerator.CONSTRUCTOR_NOTE)
                .deprecated(error.deprecation())
                .javadoc();
    }

    private static List<MethodSpec> constructors(Composite composite, ClassName fields) {
        MethodSpec.Builder whole = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        composite.components().forEach(component -> whole.addParameter(component.type(), component.name()));
        List<Code> names = composite.components().stream()
                .map(component -> Code.of("$L", component.name()))
                .toList();
        MethodSpec delegate = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(fields, "fields")
                .addStatement("super(fields.toString())")
                .addStatement("this.fields = fields")
                .build();
        return List.of(
                whole.addCode(Code.statement(
                                        "this(new $T($L))",
                                        fields,
                                        Layout.arguments(fields.simpleName().length() + INDENT, INDENT, names))
                                .block())
                        .build(),
                delegate);
    }

    /** The record of the fields: its text is the message of the exception. */
    private static TypeSpec fields(Composite composite, ClassName fields) {
        Composite inside =
                new Composite(composite.name(), composite.label(), fields, composite.codec(), composite.components());
        TypeSpec.Builder type = RecordGenerator.record(inside, Modifier.PRIVATE);
        if (!inside.sensitive()) {
            type.addMethod(Declarations.toString(inside));
        }
        return type.build();
    }
}
