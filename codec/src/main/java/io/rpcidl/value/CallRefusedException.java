package io.rpcidl.value;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a call with a code of the runtime. Thrown by an interceptor of a server before the handler is entered, the call was
 * not executed; thrown by the handler, it was. The message reaches the caller.
 */
public final class CallRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RpcCode code;
    private final @Nullable Duration retryAfter;

    /**
     * A refusal that trying again does not cure.
     *
     * @param code one that travels, like {@link RpcCode#UNAUTHENTICATED} or {@link RpcCode#FORBIDDEN}
     * @param text what the caller may know, cut to 512 octets of UTF-8 on the wire
     * @throws IllegalArgumentException when the code never travels
     */
    public CallRefusedException(RpcCode code, String text) {
        this(code, text, null);
    }

    private CallRefusedException(RpcCode code, String text, @Nullable Duration retryAfter) {
        super(Objects.requireNonNull(text, "text"), null, false, false);
        if (!code.onTheWire()) {
            throw new IllegalArgumentException(code + " never travels; refuse with a code of the wire");
        }
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** A refusal for the moment: the same call may succeed after {@code retryAfter}, whole milliseconds of it. */
    public static CallRefusedException overloaded(String text, Duration retryAfter) {
        return new CallRefusedException(RpcCode.OVERLOADED, text, Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** Why. */
    public RpcCode code() {
        return code;
    }

    /** When the same call may succeed, or null when it never will. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
