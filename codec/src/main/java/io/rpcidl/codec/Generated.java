package io.rpcidl.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks classes that the compiler wrote; coverage tools leave out what carries an annotation of this name. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /** The runtime that the code needs: one that is too old has no such constant. */
    int value() default RuntimeVersion.V1;
}
