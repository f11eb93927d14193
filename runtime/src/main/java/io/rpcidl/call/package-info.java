/** The life of a call on both sides: encoding, waiting, dispatch, deadlines, cancellation and outcomes. */
@NullMarked
package io.rpcidl.call;

import org.jspecify.annotations.NullMarked;
