/** The JSON form of values (wire-spec.md, chapter 14): octets to text and back, driven by the descriptor of a schema. */
@NullMarked
package io.rpcidl.json;

import org.jspecify.annotations.NullMarked;
