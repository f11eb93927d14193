package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/**
 * A variant of a union.
 *
 * @param form of its value; null when it has none
 */
record UnionVariant(int number, String name, @Nullable Form<Object> form) {}
