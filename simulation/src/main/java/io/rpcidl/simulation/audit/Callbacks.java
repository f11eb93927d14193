package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.simulation.world.World;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls that handlers make to their callers: each at most once in a run (V7), ended once (V5), with a true outcome (V6). */
public final class Callbacks {
    private final World world;
    private final Map<Integer, Callback> all = new LinkedHashMap<>();

    Callbacks(World world) {
        this.world = world;
    }

    /** One of them. */
    private static final class Callback {
        private final Machine server;
        private int starts;
        private int ends;
        private @Nullable Outcome failed;

        Callback(Machine server) {
            this.server = server;
        }
    }

    /** A handler of {@code server} calls back. */
    public void made(int operation, Machine server) {
        world.note("calls back", operation, 0);
        all.put(operation, new Callback(server));
    }

    /** The caller's own handler was entered. */
    public void handled(int operation) {
        world.note("is called back", operation, 0);
        Callback callback = all.get(operation);
        if (callback == null) {
            world.violated("V8", "operation " + operation + " is called back, and nobody has called");
        } else if (++callback.starts > 1) {
            world.violated("V7", "operation " + operation + " is called back " + callback.starts + " times");
        } else if (callback.failed == Outcome.NOT_EXECUTED) {
            world.violated("V6", "operation " + operation + " is called back, and its server was told NOT_EXECUTED");
        }
    }

    /** The server's handler has an answer. */
    public void answered(int operation, boolean right) {
        Callback callback = ended(operation);
        if (!right || callback.starts == 0) {
            world.violated("V8", "operation " + operation + " has called back and got an answer that nobody gave");
        }
        world.reach(Mark.CALLED_BACK);
    }

    /** The server's handler is told of a failure. */
    public void failed(int operation, Throwable failure) {
        Callback callback = ended(operation);
        if (!(failure instanceof RpcException rpc)) {
            world.violated("V4", "operation " + operation + " has called back and failed with " + failure);
            return;
        }
        callback.failed = rpc.outcome();
        boolean lie = switch (rpc.outcome()) {
            case NOT_EXECUTED -> callback.starts > 0;
            case EXECUTED -> callback.starts == 0;
            case MAYBE_EXECUTED -> false;
        };
        if (lie) {
            world.violated(
                    "V6",
                    "operation " + operation + " has called back, is told '" + rpc.getMessage() + "', and "
                            + callback.starts + " handlers were entered");
        }
        if (rpc.code() == RpcCode.UNAVAILABLE) {
            world.reach(Mark.CALLBACK_LOST);
        }
    }

    private Callback ended(int operation) {
        Callback callback = Objects.requireNonNull(all.get(operation), "who ends has begun");
        if (++callback.ends > 1) {
            world.violated("V5", "operation " + operation + " has called back, and that ends a second time");
        }
        world.note("called back", operation, callback.starts);
        return callback;
    }

    /** All of them have ended, but for those whose server has vanished. */
    void atEnd() {
        all.forEach((operation, callback) -> {
            if (callback.ends == 0 && !callback.server.dead()) {
                world.violated("V5", "operation " + operation + " has called back, and that has never ended");
            }
        });
    }
}
