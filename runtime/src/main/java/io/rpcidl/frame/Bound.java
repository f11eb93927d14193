package io.rpcidl.frame;

/**
 * Answers BIND (W-5.8).
 *
 * @param index as in BIND
 * @param verdict what the accepting end knows of the service
 * @param hash of its own schema, none when it has none
 */
public record Bound(int index, Verdict verdict, SchemaHash hash) {

    /** What the accepting end says of a service, in the order of the codes on the wire. */
    public enum Verdict {
        /** Both ends have the same schema. */
        SAME(0),
        /** Not compared, or not equal. */
        UNVERIFIED(1),
        /** No such service here: each call to it is refused. */
        UNKNOWN_SERVICE(2);

        private final int code;

        Verdict(int code) {
            this.code = code;
        }
    }

    private static final Verdict[] VERDICTS = Verdict.values();

    /** Reads the payload of a BOUND. */
    public static Bound read(PayloadReader in) {
        int index = Bind.readIndex(in);
        int verdict = in.u8();
        if (verdict >= VERDICTS.length) {
            throw new ProtocolViolation(Clauses.BOUND, "BOUND with the unknown verdict " + verdict);
        }
        SchemaHash hash = SchemaHash.read(in);
        in.requireEnd();
        boolean none = hash.equals(SchemaHash.NONE);
        if ((verdict == Verdict.SAME.code && none) || (verdict == Verdict.UNKNOWN_SERVICE.code && !none)) {
            throw new ProtocolViolation(
                    Clauses.BOUND,
                    "BOUND with the verdict " + VERDICTS[verdict] + (none ? " and no hash" : " and a hash"));
        }
        return new Bound(index, VERDICTS[verdict], hash);
    }

    /** Writes a whole BOUND frame. */
    public void write(FrameWriter out) {
        out.begin(FrameType.BOUND, 0);
        out.buffer().varint(index);
        out.buffer().u8(verdict.code);
        hash.write(out.buffer());
        out.finish(0);
    }
}
