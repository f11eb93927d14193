/** Which of the connections of a client takes a call. */
@NullMarked
package io.rpcidl.balance;

import org.jspecify.annotations.NullMarked;
