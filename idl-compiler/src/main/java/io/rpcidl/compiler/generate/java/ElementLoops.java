package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The loops of a codec over the elements of a uniform list. They stand in each codec, so that the JIT sees which values they
 * treat; where all values take the same octets, they look for room once.
 *
 * @param type of the elements
 * @param width how many octets each element takes, or 0 when they differ
 */
record ElementLoops(ClassName type, int width) {

    /** For a codec whose values are never elements. */
    static final ElementLoops NONE = new ElementLoops(ClassName.get(Object.class), 0);

    boolean wanted() {
        return !equals(NONE);
    }

    boolean fixed() {
        return width > 0;
    }

    /** Writes the values behind what was written. */
    MethodSpec writeValues() {
        return Declarations.override("writeValues", TypeName.VOID, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.ENCODER, "out")
                .addParameter(type, "value")
                .addStatement("writeAt(out, out.reserve($L), value)", width)
                .build();
    }

    /** Reads the values that are next. */
    MethodSpec readValues() {
        return Declarations.override("readValues", type, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.DECODER, "in")
                .addStatement("return readAt(in, in.advance($L))", width)
                .build();
    }

    /** Writes the values of one element at a place, with the given statements. */
    MethodSpec writeAt(Code statements) {
        return MethodSpec.methodBuilder("writeAt")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.ENCODER, "out")
                .addParameter(int.class, "at")
                .addParameter(type, "value")
                .addCode(statements.block())
                .build();
    }

    MethodSpec writeElements() {
        MethodSpec.Builder method = Declarations.override("writeElements", TypeName.VOID, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.ENCODER, "out")
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), type), "elements");
        if (fixed()) {
            method.addStatement("int at = out.reserve($L, elements.size())", width);
        }
        method.beginControlFlow("for ($T element : elements)", type);
        if (fixed()) {
            method.addStatement("writeAt(out, at, element)").addStatement("at += $L", width);
        } else {
            method.addStatement("writeValues(out, element)");
        }
        return method.endControlFlow().build();
    }

    MethodSpec readElements() {
        MethodSpec.Builder method = Declarations.override("readElements", TypeName.VOID, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.DECODER, "in");
        if (fixed()) {
            return method.addParameter(Object[].class, "elements")
                    .addStatement("int at = in.advance($L, elements.length)", width)
                    .beginControlFlow("for (int i = 0; i < elements.length; i++)")
                    .addStatement("elements[i] = readAt(in, at)")
                    .addStatement("at += $L", width)
                    .endControlFlow()
                    .build();
        }
        return method.addParameter(int.class, "count")
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.LIST_BUILDER, type), "elements")
                .beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement("elements.add(nextElement(in))")
                .endControlFlow()
                .build();
    }
}
