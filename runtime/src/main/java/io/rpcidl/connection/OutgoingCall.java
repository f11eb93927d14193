package io.rpcidl.connection;

import io.rpcidl.frame.FrameHeader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that this end makes; the call layer extends it. After {@link Connection#submit} exactly one of {@link #replied},
 * {@link #declaredError}, {@link #failed} and, for a oneway call, {@link #sent} is called, once, on the loop. They must not
 * throw; they may use the connection.
 */
public abstract class OutgoingCall extends CallNode {

    /** Stands for: no deadline. */
    public static final long NO_DEADLINE = CallNode.NO_DEADLINE;

    enum State {
        NEW,
        /** In the withdrawable queue: no byte has left. */
        WAITING,
        /** The first frame of the arguments was handed over, the last was not. */
        SENDING,
        /** The last frame of the arguments was handed to the transport; an upload may still be under way. */
        SENT,
        /** The caller knows how it ended; the entry stays until the peer's terminal frame, when one is due. */
        ENDED
    }

    final CallTarget target;
    final byte[] arguments;
    final int offset;
    final int length;

    State state = State.NEW;
    /** Whether the peer has all arguments or will have them; what ended before is not answered with a result. */
    boolean wholeRequestHanded;
    /** Where the last byte of the arguments stands in the stream of bytes handed over. */
    long endOffset;
    /** What has arrived of a fragmented REPLY or ERROR. */
    @Nullable
    MessageAssembly incoming;
    /** The number of the declared error that is arriving, or {@code ErrorHead.NOT_DECLARED}. */
    int declared;

    /** Items of the peer that have come whole. */
    long itemsReceived;

    private byte @Nullable [] metadata;
    long handedAt;
    private byte @Nullable [] answerMetadata;
    private int queueMicros;
    private int handlerMicros;

    /**
     * A call that is not submitted yet.
     *
     * @param target the method
     * @param deadline on the connection's clock in nanoseconds, or {@link #NO_DEADLINE}
     * @param arguments holds the encoded arguments; must stay unchanged until the call has ended
     */
    protected OutgoingCall(CallTarget target, long deadline, byte[] arguments, int offset, int length) {
        super(deadline);
        Objects.checkFromIndexSize(offset, length, arguments.length);
        this.target = target;
        this.arguments = arguments;
        this.offset = offset;
        this.length = length;
        if (target.kind().streamsRequest()) {
            itemsOut = new OutgoingItems(this);
        }
    }

    /** Another attempt at the same call, with the same arguments, metadata and deadline, that is not submitted yet. */
    protected OutgoingCall(OutgoingCall first) {
        this(first.target, first.deadline, first.arguments, first.offset, first.length);
        this.metadata = first.metadata;
    }

    /** Names who takes and makes the items, before the call is submitted. */
    protected final void items(ItemListener taker) {
        listener = taker;
    }

    /**
     * Sends an item of the upload as soon as the call, the peer's credit and the output let it go. Nothing happens when the
     * call has ended. On the loop; the array must stay unchanged.
     */
    public final void addItem(byte[] item) {
        upload().add(item);
    }

    /** Ends the upload behind the items that were added. On the loop. */
    public final void endItems() {
        upload().finish();
    }

    private OutgoingItems upload() {
        OutgoingItems items = itemsOut;
        if (items == null) {
            throw new IllegalStateException("a call of method " + target.method() + " has no upload");
        }
        return items;
    }

    /** The flag of the last frame of the arguments. */
    final int endOfArguments() {
        return itemsOut == null ? FrameHeader.END : 0;
    }

    /** Whether the caller owes the peer a CANCEL because an upload has not ended. */
    final boolean uploading() {
        OutgoingItems items = itemsOut;
        return items != null && items.open();
    }

    /** Adds metadata, at most 8,192 bytes, before the call is submitted. */
    protected final void metadata(byte[] encoded) {
        metadata = encoded;
    }

    final byte @Nullable [] metadata() {
        return metadata;
    }

    /** The method. */
    public final CallTarget target() {
        return target;
    }

    /** On the connection's clock in nanoseconds, or {@link #NO_DEADLINE}. */
    public final long deadline() {
        return deadline;
    }

    /** The id on the wire, 0 while it has none. */
    public final long callId() {
        return Integer.toUnsignedLong(id);
    }

    /** How long it waited at the server, in nanoseconds; 0 until the server has said so. */
    public final long serverQueueNanos() {
        return Integer.toUnsignedLong(queueMicros) * 1_000;
    }

    /** How long its handler ran, in nanoseconds; 0 until the server has said so. */
    public final long serverHandlerNanos() {
        return Integer.toUnsignedLong(handlerMicros) * 1_000;
    }

    /** The metadata of the answer as it came, or null. */
    public final byte @Nullable [] answerMetadata() {
        return answerMetadata;
    }

    /** When the last frame of the arguments was handed over, on the connection's clock; meaningless before. */
    public final long handedAt() {
        return handedAt;
    }

    /** Whether the last frame of the arguments was handed over. */
    public final boolean handed() {
        return wholeRequestHanded;
    }

    final void answerHead(int queue, int handler, byte @Nullable [] metadataOfAnswer) {
        queueMicros = queue;
        handlerMicros = handler;
        answerMetadata = metadataOfAnswer;
    }

    /** The result is here; the range is valid during the call only. */
    protected abstract void replied(byte[] body, int bodyOffset, int bodyLength);

    /** A declared error is here; the range is valid during the call only. */
    protected abstract void declaredError(int number, byte[] body, int bodyOffset, int bodyLength);

    /** The call failed. */
    protected abstract void failed(CallFailure failure);

    /** Oneway only: the call was handed to the transport; nothing more will be known of it. */
    protected abstract void sent();
}
