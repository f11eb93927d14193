/** What may be tried again, when and how often: values that a client is built with. */
@NullMarked
package io.rpcidl.retry;

import org.jspecify.annotations.NullMarked;
