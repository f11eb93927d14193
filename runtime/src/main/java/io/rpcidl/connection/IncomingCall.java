package io.rpcidl.connection;

import io.rpcidl.frame.CallKind;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A call that the peer makes and whose whole request is here. Everything but {@link #enter} belongs to the loop; what is
 * read after {@link ConnectionEvents#callArrived} does not change, so that a handler's thread may read it too.
 */
public final class IncomingCall extends CallNode {

    /** Stands for: no deadline. */
    public static final long NO_DEADLINE = CallNode.NO_DEADLINE;

    private static final byte[] NO_BODY = {};
    private static final int QUEUED = 0;
    private static final int DISPATCHED = 1;
    private static final int REFUSED = 2;
    private static final AtomicIntegerFieldUpdater<IncomingCall> DISPATCH =
            AtomicIntegerFieldUpdater.newUpdater(IncomingCall.class, "dispatch");

    final OfferedService service;
    final int method;
    final CallKind kind;
    final boolean oneway;
    /** What it costs against the request bytes in flight. */
    final long cost;
    /** What of it is here, against the budget of all connections. */
    long held;

    byte @Nullable [] metadata;

    @Nullable
    MessageAssembly incoming;

    /** The answer that waits until the items before it have left. */
    @Nullable
    Terminal waitingAnswer;

    private byte[] body = NO_BODY;
    private int offset;
    private int length;
    long arrivedAt;
    /** Given to the call layer, which owes a {@link Connection#handlerEnded}. */
    boolean delivered;

    boolean handlerEnded;
    private boolean cancelRead;
    /** Its terminal frame was written, or it is oneway and gets none. */
    boolean answered;

    boolean cancelled;
    /** Slot and request bytes were given back. */
    boolean freed;
    /** Answered while its handler was still running. */
    boolean overdue;

    /** The array of the answer stays as it is: only who may use it again at once needs a copy. */
    boolean answerStays;

    private byte @Nullable [] answerMetadata;
    /** One of the three above; the first without being written, which for a volatile field is dear. */
    private volatile int dispatch;

    private long dispatchedAt;
    private boolean whole;
    private boolean lent;
    private @Nullable Object attachment;

    IncomingCall(int id, OfferedService service, int method, long deadline, CallOrigin origin) {
        super(deadline);
        this.id = id;
        this.service = service;
        this.method = method;
        this.kind = origin.kind();
        this.oneway = kind == CallKind.ONEWAY;
        this.cost = origin.cost();
    }

    /** What the connection keeps of a CALL for its own accounts. */
    record CallOrigin(CallKind kind, long cost) {}

    /** How a call ends that was dispatched; written once its items have left. */
    interface Terminal {
        void write();
    }

    /**
     * The one atomic step from queued to dispatched; a handler may only be entered after it returned true. Any thread.
     *
     * @param now on the connection's clock, for the times in the answer
     * @return false when the call was refused meanwhile (deadline, cancel, drain, connection lost)
     */
    public boolean enter(long now) {
        dispatchedAt = now;
        return DISPATCH.compareAndSet(this, QUEUED, DISPATCHED);
    }

    /** The same on the loop, for a handler that runs there: nobody else can take the other step meanwhile. */
    public boolean enterOnLoop(long now) {
        if (dispatch != QUEUED) {
            return false;
        }
        dispatchedAt = now;
        DISPATCH.lazySet(this, DISPATCHED);
        return true;
    }

    /**
     * The other step, from queued to refused: after it returned true the handler is never entered. On the loop.
     *
     * @return false when the handler was entered, or the call was refused before
     */
    boolean refuse() {
        return DISPATCH.compareAndSet(this, QUEUED, REFUSED);
    }

    boolean dispatched() {
        return dispatch == DISPATCHED;
    }

    /** The whole request is here: {@code bytes[0 .. count)}. */
    void request(byte[] bytes, int count) {
        body = bytes;
        length = count;
        whole = true;
        incoming = null;
    }

    /** The whole request is here, in an array that belongs to others: {@code bytes[start .. start + count)}. */
    void lendArguments(byte[] bytes, int start, int count) {
        request(bytes, count);
        offset = start;
        lent = true;
    }

    /** Copies the arguments, unless they belong to this call already; from inside {@link ConnectionEvents#callArrived}. */
    public void keepArguments() {
        if (lent) {
            body = Arrays.copyOfRange(body, offset, offset + length);
            offset = 0;
            lent = false;
        }
    }

    boolean arrivedWhole() {
        return whole;
    }

    /** Lets go of the arguments. */
    void release() {
        body = NO_BODY;
        offset = 0;
        length = 0;
        lent = false;
        incoming = null;
    }

    /** The id on the wire. */
    public long callId() {
        return Integer.toUnsignedLong(id);
    }

    /** The service as {@link ServiceTable} gave it. */
    public OfferedService service() {
        return service;
    }

    /** The method's number, which nobody has checked yet; unsigned. */
    public int method() {
        return method;
    }

    /** On the connection's clock in nanoseconds, or {@link #NO_DEADLINE}. */
    public long deadline() {
        return deadline;
    }

    /** Which messages the caller sends and takes. */
    public CallKind kind() {
        return kind;
    }

    /** When the last octet of the request arrived, on the connection's clock. */
    public long arrivedAt() {
        return arrivedAt;
    }

    /**
     * Nanoseconds between the dispatch and {@code now}; below 0 when it was not dispatched. The loop may have read its clock
     * before the handler's thread read it.
     */
    public long runFor(long now) {
        return dispatched() ? Math.max(0, now - dispatchedAt) : -1;
    }

    /** Whether the caller wants no answer. */
    public boolean oneway() {
        return oneway;
    }

    /** Takes the one CANCEL that is not counted; false when it was taken, or there is none. */
    boolean takeCancel() {
        boolean first = !cancelRead && hadItems();
        cancelRead = true;
        return first;
    }

    /** Whether a CANCEL may be on its way that is not counted. */
    boolean cancelMayCome() {
        return !cancelRead && hadItems();
    }

    /** Names who takes and makes the items: from inside {@link ConnectionEvents#callArrived}, on the loop. */
    public void items(ItemListener taker) {
        listener = taker;
        if (itemsIn != null) {
            itemsIn.listening();
        }
    }

    /** The array that holds the encoded arguments; it belongs to this call, unless its owner reads them at once. */
    public byte[] body() {
        return body;
    }

    /** Where they begin: at 0 in an array that belongs to this call. */
    public int bodyOffset() {
        return offset;
    }

    /** Bytes of the encoded arguments. */
    public int bodyLength() {
        return length;
    }

    /** The metadata as it came, or null. */
    public byte @Nullable [] metadata() {
        return metadata;
    }

    /** Says that the array of the answer, which fills it, belongs to nobody else: it need not be copied. On the loop. */
    public void answerStays() {
        answerStays = true;
    }

    /** Adds metadata to the answer, at most 8,192 octets, before it is given; on the loop. */
    public void answerMetadata(byte @Nullable [] encoded) {
        answerMetadata = encoded;
    }

    byte @Nullable [] answerMetadata() {
        return answerMetadata;
    }

    /** What the call layer has attached, or null. */
    public @Nullable Object attachment() {
        return attachment;
    }

    /** Attaches what the call layer needs to find its own side of the call; on the loop. */
    public void attach(@Nullable Object object) {
        attachment = object;
    }

    /** Microseconds in the queue, saturated to 32 bits unsigned. */
    int queueMicros(long now) {
        return micros((dispatched() ? dispatchedAt : now) - arrivedAt);
    }

    /** Microseconds in the handler, saturated to 32 bits unsigned. */
    int handlerMicros(long now) {
        return dispatched() ? micros(now - dispatchedAt) : 0;
    }

    private static int micros(long nanos) {
        return (int) Math.min(Math.max(nanos, 0) / 1_000, 0xFFFF_FFFFL);
    }
}
