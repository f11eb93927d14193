package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What every generated class starts with, and the few forms of methods that recur. */
final class Declarations {

    private Declarations() {}

    /** Adds the annotations of a top-level type. */
    static TypeSpec.Builder topLevel(TypeSpec.Builder type, @Nullable String deprecation) {
        type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                .addMember("value", "$T.V1", RuntimeTypes.RUNTIME_VERSION)
                .build());
        type.addAnnotation(RuntimeTypes.NULL_MARKED);
        Deprecations.mark(type, deprecation);
        return type;
    }

    /** A method that overrides one of the runtime or of Object. */
    static MethodSpec.Builder override(String name, TypeName result, Modifier... modifiers) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(modifiers)
                .returns(result);
    }

    /** {@code @Override public String toString()} in the form of records, without what is sensitive. */
    static MethodSpec toString(Composite composite) {
        Code.Builder text = Code.builder().add("return ");
        String pending = composite.label() + "[";
        String separator = "";
        for (Component component : composite.components()) {
            pending += separator + component.field().name() + "=";
            if (component.field().sensitive()) {
                pending += "***";
            } else {
                text.add("$S + $L\n+ ", pending, component.name());
                pending = "";
            }
            separator = ", ";
        }
        if (composite.open()) {
            text.add("$S + $L\n+ ", pending + separator + UnknownFieldCode.NAME + "=", UnknownFieldCode.NAME);
            pending = "";
        }
        return override("toString", TypeName.get(String.class), Modifier.PUBLIC)
                .addCode(Code.statement("$L", text.add("$S", pending + "]").build())
                        .block())
                .build();
    }

    /** Arguments, each on a line of its own when there is more than one. */
    static Code stacked(List<Code> arguments) {
        return arguments.size() < 2 ? Code.join(arguments, "") : Code.of("\n$L", Code.join(arguments, ",\n"));
    }
}
