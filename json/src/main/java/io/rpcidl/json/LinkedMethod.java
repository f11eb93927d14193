package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/**
 * The two messages of a method.
 *
 * @param result null when the method returns nothing
 * @param optional whether the result may be absent
 */
record LinkedMethod(StructForm parameters, @Nullable Form<Object> result, boolean optional) {}
