/**
 * What writes the vectors of {@code conformance/vectors} and what runs them against the Java codec. The writing half follows
 * the text of wire-spec.md and uses nothing of the codec: what it expects is true by construction.
 */
@NullMarked
package io.rpcidl.conformance;

import org.jspecify.annotations.NullMarked;
