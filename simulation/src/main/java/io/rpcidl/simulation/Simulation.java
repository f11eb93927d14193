package io.rpcidl.simulation;

import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.host.ClientHost;
import io.rpcidl.simulation.host.ClientHost.ClientScript;
import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.simulation.host.ServerHost;
import io.rpcidl.simulation.host.Surroundings;
import io.rpcidl.simulation.network.Network;
import io.rpcidl.simulation.observe.Trace;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.script.Scenario;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One run of a scenario: faults while the clients begin their operations, then none until every call has ended, then
 * everything is closed, and then nothing may be left.
 */
public final class Simulation {
    private static final long MOST_EVENTS = 400_000;
    /** Deadlines, work, keep-alive and drains in a row take less, in nanoseconds. */
    private static final long LONGEST_LIVENESS = 200_000_000_000L;

    private static final int TIMERS_LOOKED_AT = 64;
    private static final int TIMERS_PER_LINK = 4;
    private static final int SPARE_TIMERS = 8;

    private final Scenario scenario;
    private final World world;
    private final Network network;
    private final Judge judge;
    private final List<ServerHost> servers = new ArrayList<>();
    private final List<ClientHost> clients = new ArrayList<>();

    private Simulation(Scenario scenario, Sabotage sabotage, Trace.Recording recording) {
        this.scenario = scenario;
        Conditions conditions = scenario.conditions();
        Draw draw = scenario.draw();
        world = new World(recording);
        network = new Network(world, conditions, draw.split());
        List<Op> ops = scenario.clients().stream().flatMap(List::stream).toList();
        long slack = conditions.longestWake + conditions.longestWait;
        judge = new Judge(world, ops, slack, network::wire);
        Surroundings surroundings = new Surroundings(world, conditions, network, judge, sabotage);
        for (int i = 0; i < scenario.servers(); i++) {
            servers.add(new ServerHost(surroundings, i, draw.split()));
        }
        List<List<Op>> scripts = scenario.clients();
        for (int i = 0; i < scripts.size(); i++) {
            ClientScript script = new ClientScript(scenario.channels().get(i), scripts.get(i));
            clients.add(new ClientHost(surroundings, i, draw.split(), servers, script));
        }
    }

    /** Runs a scenario to its end, or to the first invariant that does not hold. */
    public static Run run(Scenario scenario, Sabotage sabotage, Trace.Recording recording) {
        return new Simulation(scenario, sabotage, recording).run();
    }

    private Run run() {
        phase("faults", this::clientsBusy);
        network.heal();
        servers.forEach(ServerHost::heal);
        clients.forEach(ClientHost::heal);
        long since = world.now();
        phase("liveness", () -> judge.callsOpen() && world.now() - since < LONGEST_LIVENESS);
        if (judge.callsOpen()) {
            judge.atEnd();
        }
        clients.forEach(ClientHost::close);
        servers.forEach(ServerHost::close);
        phase("close", () -> true);
        if (world.violation() == null) {
            atEnd();
        }
        return new Run(scenario, world, judge.tally());
    }

    /** Lets events happen while {@code goesOn}, and there are any. */
    private void phase(String name, BooleanSupplier goesOn) {
        long limit = world.happened() + MOST_EVENTS;
        world.note(name, network.open(), 0);
        while (world.violation() == null && goesOn.getAsBoolean() && world.step()) {
            if (world.happened() % TIMERS_LOOKED_AT == 0) {
                boundTimers();
            }
            if (world.happened() > limit) {
                world.violated("V5", "livelock: more than " + MOST_EVENTS + " events in the phase " + name);
            }
        }
    }

    /** Timers stay within two for each call and a few for each connection (V3): none is set and forgotten. */
    private void boundTimers() {
        int bound = 2 * judge.openCalls() + TIMERS_PER_LINK * network.open() + SPARE_TIMERS;
        int most = 0;
        for (ClientHost client : clients) {
            most = Math.max(most, client.timers());
        }
        for (ServerHost server : servers) {
            most = Math.max(most, server.timers());
        }
        if (most > bound) {
            world.violated("V3", "a loop has " + most + " timers with " + judge.openCalls() + " open calls");
        }
    }

    private boolean clientsBusy() {
        for (ClientHost client : clients) {
            if (client.busy()) {
                return true;
            }
        }
        return false;
    }

    private void atEnd() {
        judge.atEnd();
        servers.forEach(ServerHost::atEnd);
        clients.forEach(ClientHost::atEnd);
        if (network.open() > 0 || network.held() > 0) {
            world.violated("V9", network.open() + " links are left, with " + network.held() + " octets");
        }
    }
}
