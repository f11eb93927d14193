package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.ProtocolViolation;

/** The one output buffer of a connection and its place in the stream of bytes. */
final class Output {

    /** What may lie between this connection and the socket before new calls wait. */
    static final int HIGH_WATER = 1 << 20;
    /** The same while large messages are on their way, so that a small call does not wait behind a megabyte of them. */
    static final int LARGE_MESSAGE_WATER = 256 << 10;
    /** Answers to control frames that the socket has not taken (W-7.11). */
    static final int CONTROL_REPLIES = 1_000;

    private final FrameWriter writer = new FrameWriter();
    private long handed;
    private long taken;
    /** Control replies before the mark and behind it: all of the former are gone once the socket has taken the mark. */
    private int repliesBeforeMark;

    private int repliesBehindMark;
    private long mark;

    /** Appends frames. */
    FrameWriter writer() {
        return writer;
    }

    /** How many bytes stand in the stream before the next frame. */
    long position() {
        return handed + writer.length();
    }

    /** What the socket has not taken yet. */
    long outstanding() {
        return position() - taken;
    }

    long taken() {
        return taken;
    }

    boolean isEmpty() {
        return writer.length() == 0;
    }

    /** Learns the cumulative count of bytes that the socket has taken; it never goes back nor beyond what was handed over. */
    void taken(long total) {
        taken = Math.max(taken, Math.min(total, handed));
        if (taken >= mark) {
            repliesBeforeMark = repliesBehindMark;
            repliesBehindMark = 0;
            mark = position();
        }
    }

    /**
     * Counts an answer that a peer can cause at will.
     *
     * @throws ProtocolViolation when the peer lets too many of them wait (W-7.11)
     */
    void countControlReply() {
        repliesBehindMark++;
        if (repliesBeforeMark + repliesBehindMark > CONTROL_REPLIES) {
            throw new ProtocolViolation(
                    DrainCode.LIMIT_EXCEEDED,
                    Clauses.CONTROL_BUDGET,
                    "more than " + CONTROL_REPLIES + " answers to control frames are not read");
        }
    }

    /** Hands everything to the transport. */
    int handOver(ByteSink sink) {
        int length = writer.length();
        if (length > 0) {
            handed += length;
            sink.expect(length);
            writer.writeTo(sink);
            writer.clear();
        }
        return length;
    }
}
