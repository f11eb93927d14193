package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One value of an enumeration.
 *
 * @param number 0 to 65,535
 */
public record EnumValue(
        String name,
        int number,
        String documentation,
        Span span,
        @Nullable String deprecation) {}
