package io.rpcidl.simulation.host;

import static io.rpcidl.simulation.script.Conditions.MILLI;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcChannel;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcLimits;
import io.rpcidl.simulation.audit.Budgets;
import io.rpcidl.simulation.network.SimulatedTransport;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.ChannelPlan;
import io.rpcidl.simulation.script.ChannelPlan.Reach;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.simulation.world.Threads;
import io.rpcidl.simulation.world.World;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that follows the script of one client: it has a client for each server, and opens another when it closed one. */
public final class ClientHost {
    private static final int PAUSES = 3;

    private final Surroundings surroundings;
    private final World world;
    private final List<ServerHost> servers;
    private final Machine machine;
    private final SimulatedLoop loop;
    private final Transport transport;
    private final Draw draw;
    private final CallMaker calls;
    private final ChannelPlan plan;
    private final Budgets.Account budget;
    private final @Nullable Opened[] opened;
    private final List<RpcClient> all = new ArrayList<>();
    private int opsLeft;
    private boolean healthy;

    /** A client process that is going to do {@code ops}. */
    public ClientHost(Surroundings surroundings, int number, Draw draw, List<ServerHost> servers, ClientScript script) {
        List<Op> ops = script.ops();
        this.surroundings = surroundings;
        this.world = surroundings.world();
        this.servers = servers;
        this.plan = script.plan();
        this.budget = surroundings.judge().budgets().open("client-" + number, plan);
        this.draw = draw;
        this.machine = new Machine(world, "client-" + number, draw.split());
        this.loop = new SimulatedLoop(machine, surroundings.conditions().longestWake);
        this.transport = surroundings
                .sabotage()
                .transport(Sabotage.End.CLIENT, new SimulatedTransport(surroundings.network(), loop));
        this.calls = new CallMaker(machine, surroundings.judge());
        this.opened = new Opened[servers.size()];
        this.opsLeft = ops.size();
        ops.forEach(op -> machine.after(op.at(), () -> perform(op)));
        if (surroundings.conditions().has(FaultClass.PAUSE)) {
            for (int i = 0; i < PAUSES; i++) {
                world.at(draw.between(0L, 1_000 * MILLI), this::pause);
            }
        }
    }

    /**
     * What a client process does.
     *
     * @param plan how it reaches the servers
     * @param ops its operations, in the order of time
     */
    public record ClientScript(ChannelPlan plan, List<Op> ops) {}

    /** A client, and what calls are made through. */
    private record Opened(RpcClient client, RpcChannel channel) {}

    /** Whether it has operations to begin. */
    public boolean busy() {
        return opsLeft > 0;
    }

    /** No more faults. */
    public void heal() {
        healthy = true;
    }

    /** Closes all its clients. */
    public void close() {
        all.forEach(client -> loop.execute(client::close));
    }

    /** Timers that wait in its loop. */
    public int timers() {
        return loop.timers();
    }

    /** Says what of it is left when everything has ended. */
    public void atEnd() {
        if (loop.waiting() > 0) {
            world.violated("V9", loop.waiting() + " tasks or timers are left in the loop of " + machine.name());
        }
    }

    private void perform(Op op) {
        opsLeft--;
        world.note(op.kind().name(), op.number(), 0);
        switch (op.kind()) {
            case CLOSE -> closeOne(place(op.server()));
            case DRAIN -> servers.get(op.server()).drain();
            default -> {
                budget.call(op.number());
                calls.make(op, channel(place(op.server())));
            }
        }
    }

    /** Where the client for a server is kept. */
    private int place(int server) {
        return plan.reach() == Reach.ALL ? 0 : server;
    }

    private void closeOne(int server) {
        Opened closing = opened[server];
        if (closing != null) {
            opened[server] = null;
            if (calls.open() > 0) {
                world.reach(Mark.CLIENT_CLOSED_WITH_CALLS);
            }
            loop.execute(closing.client()::close);
        }
    }

    private RpcChannel channel(int server) {
        Opened existing = opened[server];
        if (existing != null) {
            return existing.channel();
        }
        List<ServerHost> reached = plan.reach() == Reach.ALL ? servers : List.of(servers.get(server));
        RpcClient client = open(reached.stream().map(ServerHost::target).toList());
        budget.client();
        RpcChannel channel = surroundings.sabotage().channel(client);
        opened[server] = new Opened(client, channel);
        all.add(client);
        return channel;
    }

    private RpcClient open(List<String> targets) {
        Conditions conditions = surroundings.conditions();
        RpcLimits limits = conditions.has(FaultClass.SMALL_LIMITS)
                ? RpcLimits.DEFAULTS.withLargestMessage(draw.percent(50) ? 65_536 : 1 << 20)
                : RpcLimits.DEFAULTS;
        RpcClientBuilder builder = RpcClient.builder()
                .plaintext()
                .targets(targets)
                .transport(transport)
                .connectTimeout(Duration.ofMillis(draw.between(100, 5_000)))
                .limits(limits)
                .offer(Service.caller(surroundings.judge().callbacks()))
                .offeredExecutor(new Threads(machine, conditions.longestWait, () -> false));
        Channels.apply(plan, builder, draw);
        return conditions.directCompletions
                ? builder.directExecutor().build()
                : builder.executor(new Threads(machine, conditions.longestWait, () -> false))
                        .build();
    }

    private void pause() {
        if (!healthy) {
            world.reach(Mark.PAUSED);
            machine.pauseUntil(world.now() + draw.skewed(2_000 * MILLI));
        }
    }

    /** The options of a call. */
    static CallOptions options(Op op) {
        long deadline = op.call().deadline();
        return deadline == 0
                ? CallOptions.DEFAULT.withoutDeadline()
                : CallOptions.DEFAULT.withDeadline(Duration.ofNanos(deadline));
    }
}
