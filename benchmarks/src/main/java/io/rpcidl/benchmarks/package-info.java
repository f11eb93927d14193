/** Programs that measure, and the generators of what they measure with. */
@NullMarked
package io.rpcidl.benchmarks;

import org.jspecify.annotations.NullMarked;
