/** A shop's order service: its handler, and a program that shows what becomes of calls. */
@NullMarked
package io.rpcidl.samples.quickstart;

import org.jspecify.annotations.NullMarked;
