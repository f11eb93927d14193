/** What a run tells of itself: its trace, the rare branches that it reached, the invariant that it broke. */
@NullMarked
package io.rpcidl.simulation.observe;

import org.jspecify.annotations.NullMarked;
