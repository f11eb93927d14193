/** What encoding and decoding cost, beside other formats. */
@NullMarked
package io.rpcidl.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
