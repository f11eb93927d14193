package io.rpcidl.testing;

/** A moment in the life of one call; what a fault there means for its outcome is said with each. */
public final class RequestPoint {
    private final Orders orders;
    private final int number;

    RequestPoint(Orders orders, int number) {
        this.orders = orders;
        this.number = number;
    }

    /**
     * Before the transport has taken an octet of the request: a call that is lost here was not executed, and its caller knows.
     */
    public FaultPoint beforeWrite() {
        return new FaultPoint(orders, Order.Place.BEFORE_WRITE, number);
    }

    /**
     * When the transport has taken the request and nothing of it has reached the server: a call that is lost here was not
     * executed, but its caller can't know, and is told that it may have been.
     */
    public FaultPoint afterWrite() {
        return new FaultPoint(orders, Order.Place.AFTER_WRITE, number);
    }

    /**
     * When the handler has been entered, before it does anything; the fault strikes the line back to the client. A call that
     * is lost here is executed, but its caller can't know, and is told that it may have been.
     *
     * <p>The handler must be wrapped by {@link FaultTransport#watch}; it waits until the fault has struck.
     */
    public FaultPoint afterDispatch() {
        return new FaultPoint(orders, Order.Place.AFTER_DISPATCH, number);
    }

    /**
     * When the server has ended the call and the first octet of its answer, a result, an error or a refusal, is about to
     * reach the client; the fault strikes the line back to the client. A call that is lost here was executed, unless it was
     * refused, but its caller can't know, and is told that it may have been. A oneway call never gets here.
     */
    public FaultPoint afterExecution() {
        return new FaultPoint(orders, Order.Place.AFTER_EXECUTION, number);
    }
}
