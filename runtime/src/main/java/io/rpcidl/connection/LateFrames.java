package io.rpcidl.connection;

/**
 * The rest of requests that this end refused or gave up before their last frame: it may be on its way already, so a correct
 * peer can't take it back, and it is not counted against it (W-7.7). All such requests share one account of octets, and
 * the credit for streams that have ended shares one of frames.
 */
final class LateFrames {

    private long expected;
    private long expectedCredits;
    private long expectedCancels;

    /** Arguments or an upload have ended before so many octets of them came; their last frame may also come without any. */
    void expect(long octets) {
        expected += octets + 1;
        if (expected < 0) {
            expected = Long.MAX_VALUE;
        }
    }

    /** A stream of this end is over; so many CREDITs for it may be on their way. */
    void expectCredits(long credits) {
        expectedCredits += credits;
    }

    /** A call with items is over, and its CANCEL may be on its way. */
    void expectCancel() {
        expectedCancels++;
    }

    /** Takes a CANCEL; false when it belongs to no call with items. */
    boolean takeCancel() {
        if (expectedCancels == 0) {
            return false;
        }
        expectedCancels--;
        return true;
    }

    /** Takes a CREDIT; false when it belongs to no stream that was open. */
    boolean takeCredit() {
        if (expectedCredits == 0) {
            return false;
        }
        expectedCredits--;
        return true;
    }

    /** Takes a frame with so many octets; false when it belongs to no such rest. */
    boolean take(int octets) {
        int cost = Math.max(octets, 1);
        if (cost > expected) {
            return false;
        }
        expected -= cost;
        return true;
    }
}
