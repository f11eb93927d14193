package io.rpcidl.transport.netty;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * An engine that keeps count of which octets of the application are in which record, and that lets the peer do no more behind
 * the handshake than to send data: no second handshake, and no flood of records that hold nothing.
 */
final class RecordEngine extends DelegatingEngine {
    private static final int HEADER = 5;
    private static final int HANDSHAKE = 22;

    /** Records without data that are always good: tickets, an exchange of keys. */
    private static final int FREE_EMPTY_RECORDS = 32;

    /** And one more for each such amount of data: who exchanges keys oftener only wants to keep the other side busy. */
    private static final int DATA_FOR_EMPTY_RECORD = 65_536;

    private final RecordOffsets offsets;
    private final Runnable onFirstData;
    private boolean established;
    private boolean oldHandshake;
    private long data;
    private long emptyRecords;

    /**
     * @param offsets is told of each record
     * @param onFirstData runs when the peer's application says something for the first time
     */
    RecordEngine(SSLEngine engine, RecordOffsets offsets, Runnable onFirstData) {
        super(engine);
        this.offsets = offsets;
        this.onFirstData = onFirstData;
    }

    /** The handshake is over. */
    void established() {
        established = true;
        oldHandshake = !getSession().getProtocol().equals(TlsContexts.TLS_1_3);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer destination)
            throws SSLException {
        int start = destination.position();
        SSLEngineResult result = delegate().wrap(sources, offset, length, destination);
        int made = result.bytesProduced();
        offsets.wrapped(result.bytesConsumed(), made, Math.min(made, firstRecord(destination, start, made)));
        return result;
    }

    private static int firstRecord(ByteBuffer records, int start, int made) {
        return made < HEADER ? made : HEADER + (records.getShort(start + HEADER - 2) & 0xFFFF);
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] destinations, int offset, int length)
            throws SSLException {
        if (!established) {
            return delegate().unwrap(source, destinations, offset, length);
        }
        if (oldHandshake && source.hasRemaining() && source.get(source.position()) == HANDSHAKE) {
            throw new SSLHandshakeException("the peer asks for another handshake, which is refused");
        }
        SSLEngineResult result = delegate().unwrap(source, destinations, offset, length);
        if (result.bytesProduced() > 0) {
            if (data == 0) {
                onFirstData.run();
            }
            data += result.bytesProduced();
        } else if (result.bytesConsumed() > 0 && ++emptyRecords > FREE_EMPTY_RECORDS + data / DATA_FOR_EMPTY_RECORD) {
            throw new SSLException("the peer sends too many records without data");
        }
        return result;
    }
}
