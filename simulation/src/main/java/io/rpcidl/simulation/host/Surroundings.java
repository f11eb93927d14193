package io.rpcidl.simulation.host;

import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.network.Network;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.world.World;

/**
 * What all hosts of a run share.
 *
 * @param world virtual time
 * @param conditions how troubled the run is
 * @param network what connects them
 * @param judge who is told of all calls
 * @param sabotage the mistake that is planted
 */
public record Surroundings(World world, Conditions conditions, Network network, Judge judge, Sabotage sabotage) {}
