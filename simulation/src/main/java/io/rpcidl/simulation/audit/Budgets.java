package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.ChannelPlan;
import io.rpcidl.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What the processes of clients may spend on further attempts, and have spent (V3). An attempt that no server has seen costs
 * nothing; so what was spent are the handlers that were entered again, and at least those.
 */
public final class Budgets {
    private final World world;
    private final List<Account> accounts = new ArrayList<>();

    Budgets(World world) {
        this.world = world;
    }

    /** The account of a process. */
    public Account open(String name, ChannelPlan plan) {
        Account account = new Account(name, plan);
        accounts.add(account);
        return account;
    }

    /** What one process may spend. */
    public static final class Account {
        private final String name;
        private final ChannelPlan plan;
        private final List<Integer> calls = new ArrayList<>();
        private int clients;

        private Account(String name, ChannelPlan plan) {
            this.name = name;
            this.plan = plan;
        }

        /** The process opens a client, whose budget begins with the reserve. */
        public void client() {
            clients++;
        }

        /** The process makes a call. */
        public void call(int operation) {
            calls.add(operation);
        }

        private long allowed() {
            long saved = (long) clients * plan.reserve() + (long) calls.size() * plan.budgetPercent() / 100;
            return plan.retries() || plan.hedgeAfter() > 0 ? saved : 0;
        }
    }

    void atEnd(Ledger ledger) {
        for (Account account : accounts) {
            long spent = account.calls.stream()
                    .mapToLong(operation -> Math.max(0, ledger.starts(operation) - 1))
                    .sum();
            if (spent > account.allowed()) {
                world.violated(
                        "V3",
                        account.name + " has had handlers entered " + spent + " times again, and may "
                                + account.allowed() + " times");
            } else if (spent > 0 && spent == account.allowed()) {
                world.reach(Mark.BUDGET_SPENT);
            }
        }
    }
}
