/** Explains the octets of messages, piece by piece, with a schema or by kinds alone. */
@NullMarked
package io.rpcidl.json.dump;

import org.jspecify.annotations.NullMarked;
