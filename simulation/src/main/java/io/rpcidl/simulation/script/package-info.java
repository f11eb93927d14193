/** What a seed stands for: which faults are on and how strong, and what each client does when. */
@NullMarked
package io.rpcidl.simulation.script;

import org.jspecify.annotations.NullMarked;
