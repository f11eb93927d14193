package io.rpcidl.simulation.host;

import static io.rpcidl.simulation.script.Conditions.MILLI;

import io.rpcidl.RpcLimits;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.network.Network;
import io.rpcidl.simulation.network.SimulatedTransport;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.simulation.world.Threads;
import io.rpcidl.simulation.world.World;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A place where a server runs: one after the other, when they drain or crash, each a process of its own. */
public final class ServerHost {
    private static final int PORT = 1;
    /** Of 100 servers that drain so many are closed at once before they are done. */
    private static final double HASTY_PERCENT = 20;

    private final World world;
    private final Conditions conditions;
    private final Network network;
    private final Judge judge;
    private final Sabotage sabotage;
    private final String name;
    private final Draw draw;
    private final List<Incarnation> incarnations = new ArrayList<>();
    private @Nullable Incarnation current;
    private boolean healthy;
    private boolean closed;

    /**
     * A place with a server that listens.
     *
     * @param surroundings what all places share
     * @param number tells it from the others
     */
    public ServerHost(Surroundings surroundings, int number, Draw draw) {
        this.world = surroundings.world();
        this.conditions = surroundings.conditions();
        this.network = surroundings.network();
        this.judge = surroundings.judge();
        this.sabotage = surroundings.sabotage();
        this.name = "server-" + number;
        this.draw = draw;
        start();
        if (conditions.has(FaultClass.CRASH)) {
            world.at(draw.between(0L, 1_000 * MILLI), this::crash);
        }
        if (conditions.has(FaultClass.PAUSE)) {
            world.at(draw.between(0L, 1_000 * MILLI), this::pause);
        }
    }

    /** A server with the machine that it has for itself. */
    private record Incarnation(Machine machine, SimulatedLoop loop, RpcServer server) {}

    /** Where clients find it. */
    String target() {
        return name + ":" + PORT;
    }

    /** Lets the server finish what it has accepted, or a part of that, and starts another one a little later. */
    void drain() {
        Incarnation leaving = current;
        if (leaving != null) {
            current = null;
            world.note("drain", 0, 0);
            leaving.loop().execute(() -> {
                leaving.server().drain();
                if (draw.percent(HASTY_PERCENT)) {
                    leaving.machine()
                            .after(
                                    draw.skewed(200 * MILLI),
                                    () -> leaving.loop().execute(leaving.server()::closeNow));
                }
                world.at(world.now() + draw.skewed(200 * MILLI), this::start);
            });
        }
    }

    /** No more faults. */
    public void heal() {
        healthy = true;
    }

    /** Closes the server for good. */
    public void close() {
        closed = true;
        Incarnation last = current;
        if (last != null) {
            last.loop().execute(last.server()::close);
        }
    }

    /** Timers that wait in the loop of the server that listens. */
    public int timers() {
        return current == null ? 0 : current.loop().timers();
    }

    /** Says what of its servers is left when everything has ended. */
    public void atEnd() {
        for (Incarnation incarnation : incarnations) {
            if (incarnation.machine().dead()) {
                continue;
            }
            if (incarnation.loop().waiting() > 0) {
                world.violated("V9", incarnation.loop().waiting() + " tasks or timers are left in a loop of " + name);
            }
            if (!terminated(incarnation.server())) {
                world.violated("V9", "a server of " + name + " has not come to its end");
            }
        }
    }

    private static boolean terminated(RpcServer server) {
        try {
            return server.awaitTermination(Duration.ZERO);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void start() {
        if (closed) {
            return;
        }
        Machine machine = new Machine(world, name, draw.split());
        SimulatedLoop loop = new SimulatedLoop(machine, conditions.longestWake);
        Draw refusals = draw.split();
        Threads threads = new Threads(
                machine, conditions.longestWait, () -> !healthy && refusals.percent(conditions.refusedPercent));
        Transport transport = sabotage.transport(Sabotage.End.SERVER, new SimulatedTransport(network, loop));
        boolean direct = draw.percent(20) && conditions.refusedPercent == 0;
        Handlers handlers = new Handlers(machine, judge);
        RpcServerBuilder builder = RpcServer.builder()
                .plaintext()
                .listen(name, PORT)
                .transport(transport)
                .executor(sabotage.handlers(direct ? Runnable::run : threads))
                .limits(limits())
                .gracePeriod(Duration.ofMillis(draw.between(1, 5_000)))
                .random(new SplittableRandom(draw.between(0L, Long.MAX_VALUE - 1)))
                .add(Service.binding(handlers, new StreamHandlers(machine, judge, handlers)));
        if (conditions.has(FaultClass.AGE)) {
            builder.maxConnectionAge(
                    Duration.ofMillis(draw.between(1_000, 2_000)), Duration.ofMillis(draw.between(1, 2_000)));
        }
        RpcServer server = builder.start();
        Incarnation incarnation = new Incarnation(machine, loop, server);
        incarnations.add(incarnation);
        current = incarnation;
    }

    private RpcLimits limits() {
        RpcLimits limits = RpcLimits.DEFAULTS;
        if (conditions.has(FaultClass.SMALL_LIMITS)) {
            limits = limits.withLargestMessage(draw.percent(50) ? 65_536 : (1 << 20) - draw.between(64, 100))
                    .withCallsInFlight(16)
                    .withRequestBytesInFlight(1 << 20);
        }
        return limits;
    }

    private void crash() {
        Incarnation victim = current;
        if (victim == null || healthy) {
            return;
        }
        world.note("crash", 0, 0);
        world.reach(Mark.SERVER_CRASHED);
        current = null;
        victim.machine().die();
        network.crash(victim.machine(), draw.percent(70) ? FaultClass.RESET : FaultClass.SILENT);
        world.at(world.now() + draw.skewed(500 * MILLI), this::start);
    }

    private void pause() {
        Incarnation victim = current;
        if (victim != null && !healthy) {
            world.reach(Mark.PAUSED);
            victim.machine().pauseUntil(world.now() + draw.skewed(2_000 * MILLI));
        }
    }
}
