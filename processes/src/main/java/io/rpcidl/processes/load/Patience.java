package io.rpcidl.processes.load;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcChannel;
import io.rpcidl.value.Bytes;
import java.time.Duration;
import ledger.v1.Task;
import ledger.v1.WorkClient;

/** Waits until a server can be reached, however busy the machine is: the rest of a test is about something else. */
public final class Patience {
    /** Against hangs only. */
    public static final CallOptions OPTIONS =
            CallOptions.DEFAULT.withDeadline(Duration.ofMinutes(2)).waitForReady();

    private Patience() {}

    /**
     * Makes one call and waits for its answer, through all attempts to connect that fail.
     *
     * @param id of the call in the ledger
     */
    public static void awaitAnswer(RpcChannel channel, long id) {
        long answer = new WorkClient(channel).with(OPTIONS).put(new Task(id, 0, Bytes.EMPTY));
        if (answer != id) {
            throw new IllegalStateException("the call " + id + " was answered by " + answer);
        }
    }
}
