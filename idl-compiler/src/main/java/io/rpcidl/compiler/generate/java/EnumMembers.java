package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The methods of an open enumeration's values: two values are equal when their numbers are. */
final class EnumMembers {

    private EnumMembers() {}

    static void addTo(TypeSpec.Builder type, ClassName name, ClassName known) {
        type.addMethod(Declarations.override("number", TypeName.INT, Modifier.PUBLIC)
                .addStatement("return number")
                .build());
        type.addMethod(Declarations.override("name", TypeName.get(String.class), Modifier.PUBLIC)
                .addStatement("return name")
                .build());
        type.addMethod(MethodSpec.methodBuilder("known")
                .addJavadoc("The constant of the same name, or {@link Known#UNKNOWN}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(known)
                .addStatement("return known")
                .build());
        type.addMethod(Declarations.override("compareTo", TypeName.INT, Modifier.PUBLIC)
                .addParameter(name, "other")
                .addStatement("return $T.compare(number, other.number)", Integer.class)
                .build());
        type.addMethod(Declarations.override("equals", TypeName.BOOLEAN, Modifier.PUBLIC)
                .addParameter(JavaTypes.nullable(ClassName.OBJECT), "other")
                .addStatement("return other instanceof $T that && number == that.number", name)
                .build());
        type.addMethod(Declarations.override("hashCode", TypeName.INT, Modifier.PUBLIC)
                .addStatement("return number")
                .build());
        type.addMethod(Declarations.override("toString", TypeName.get(String.class), Modifier.PUBLIC)
                .addStatement("return name")
                .build());
    }
}
