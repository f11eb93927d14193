package io.rpcidl.simulation.script;

import static io.rpcidl.simulation.script.Conditions.MILLI;

import io.rpcidl.simulation.script.Op.CallPlan;
import io.rpcidl.simulation.script.Op.Ending;
import io.rpcidl.simulation.script.Op.Kind;
import io.rpcidl.simulation.script.Op.StreamPlan;
import io.rpcidl.simulation.world.Draw;
import java.util.ArrayList;
import java.util.List;

/** Draws what one client does. */
final class OpsOfClient {
    private static final int FEWEST = 5;
    private static final int MOST = 60;
    private static final int SMALL = 100;
    private static final int MIDDLE = 8_192;
    private static final int LARGE = 96 << 10;
    private static final int HUGE = 1 << 20;
    /** Everybody's messages may be as large. */
    private static final int LARGEST_ITEM = 60_000;

    private final Draw draw;
    private final int servers;
    private final long longestGap;
    private final Sizes requests;
    private final Sizes answers;

    OpsOfClient(Draw draw, int servers) {
        this.draw = draw;
        this.servers = servers;
        boolean greedy = draw.percent(4);
        this.longestGap = greedy ? MILLI : draw.between(0, 40) * MILLI;
        boolean sends = draw.percent(50);
        this.requests = sizes(greedy && sends);
        this.answers = sizes(greedy && !sends);
    }

    List<Op> draw(int firstNumber) {
        int count = FEWEST + (int) draw.between(0L, draw.between(0, MOST - FEWEST));
        List<Op> ops = new ArrayList<>(count);
        long at = draw.between(0L, longestGap);
        for (int i = 0; i < count; i++) {
            ops.add(new Op(firstNumber + i, at, draw.between(0, servers - 1), kind(), call(), stream()));
            at += draw.percent(40) ? 0 : draw.between(0L, longestGap);
        }
        return ops;
    }

    private Kind kind() {
        int what = draw.between(0, 99);
        if (what < 20) {
            return Kind.QUICK;
        } else if (what < 24) {
            return Kind.RELAY;
        } else if (what < 32) {
            return Kind.READ;
        } else if (what < 40) {
            return Kind.STORE;
        } else if (what < 60) {
            return Kind.WORK;
        } else if (what < 72) {
            return Kind.TELL;
        } else if (what < 81) {
            return Kind.GIVE;
        } else if (what < 89) {
            return Kind.SEND;
        } else if (what < 95) {
            return Kind.EXCHANGE;
        }
        return what < 98 ? Kind.CLOSE : Kind.DRAIN;
    }

    private StreamPlan stream() {
        boolean large = draw.percent(10);
        int size = large ? draw.between(MIDDLE, LARGEST_ITEM) : draw.between(0, SMALL);
        long pace = draw.percent(60) ? 0 : draw.between(0L, 4 * MILLI);
        long appetite = draw.percent(60) ? 0 : draw.between(0L, 20 * MILLI);
        int stopAfter = draw.percent(85) ? -1 : draw.between(1, 10);
        return new StreamPlan(items(large), items(large), size, pace, appetite, stopAfter);
    }

    private int items(boolean large) {
        return (int) (large || draw.percent(90) ? draw.skewed(40) : draw.skewed(400));
    }

    private CallPlan call() {
        long work = work();
        return new CallPlan(size(requests), size(answers), work, ending(), deadline(work), cancelAfter());
    }

    /** How many messages of 100 are large, and how many of these are huge. */
    private record Sizes(double largePercent, double hugePercent) {}

    private Sizes sizes(boolean greedy) {
        return greedy ? new Sizes(draw.between(60, 95), 50) : new Sizes(draw.percent(50) ? 0 : draw.between(1, 15), 15);
    }

    private int size(Sizes sizes) {
        if (draw.percent(sizes.largePercent())) {
            return draw.percent(sizes.hugePercent()) ? draw.between(LARGE, HUGE) : draw.between(MIDDLE, LARGE);
        }
        return draw.percent(10) ? draw.between(0, MIDDLE) : draw.between(0, SMALL);
    }

    private long work() {
        int what = draw.between(0, 99);
        if (what < 30) {
            return 0;
        } else if (what < 60) {
            return draw.between(1, 100) * MILLI;
        }
        return what < 97 ? draw.between(0L, 100 * MILLI) : draw.between(0L, 4_000 * MILLI);
    }

    private Ending ending() {
        int what = draw.between(0, 99);
        if (what < 70) {
            return Ending.RESULT;
        } else if (what < 80) {
            return Ending.DECLARED;
        }
        return what < 85 ? Ending.FAILURE : Ending.STUBBORN;
    }

    /** Sometimes exactly as long as the work: so an answer may come in the very moment of its deadline. */
    private long deadline(long work) {
        int what = draw.between(0, 99);
        if (what < 40) {
            return 0;
        } else if (what < 50) {
            return Math.max(MILLI, work);
        } else if (what < 70) {
            return draw.between(1, 500) * MILLI;
        }
        return what < 90 ? draw.between(MILLI, 500 * MILLI) : 10_000 * MILLI;
    }

    private long cancelAfter() {
        return draw.percent(85) ? -1 : draw.skewed(200 * MILLI);
    }
}
