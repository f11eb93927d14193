package io.rpcidl.connection;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;

/**
 * Which method a call is for; one object per method serves all its calls.
 *
 * @param service the full name, 1 to 255 bytes of UTF-8
 * @param hash of the schema that the caller was built from
 * @param method the method's number
 * @param kind whether the call gets an answer
 */
public record CallTarget(String service, SchemaHash hash, int method, CallKind kind) {}
