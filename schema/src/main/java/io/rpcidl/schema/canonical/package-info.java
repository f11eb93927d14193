/** What of a schema two peers must agree on: its canonical form, the hash of it, and all that a definition reaches. */
@NullMarked
package io.rpcidl.schema.canonical;

import org.jspecify.annotations.NullMarked;
