/** Runs of a whole system from one seed: the phases of a run, many runs, and the smallest run that still fails. */
@NullMarked
package io.rpcidl.simulation;

import org.jspecify.annotations.NullMarked;
