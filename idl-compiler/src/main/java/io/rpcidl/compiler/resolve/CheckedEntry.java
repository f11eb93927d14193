package io.rpcidl.compiler.resolve;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an entry, which fail at their end when they are not those that went into the jar: the JDK doesn't look. */
final class CheckedEntry extends FilterInputStream {

    private final CRC32 seen;
    private final ZipEntry entry;

    CheckedEntry(InputStream content, ZipEntry entry) {
        this(new CRC32(), content, entry);
    }

    private CheckedEntry(CRC32 seen, InputStream content, ZipEntry entry) {
        super(new CheckedInputStream(content, seen));
        this.seen = seen;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        checkAt(octet < 0);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        checkAt(count < 0);
        return count;
    }

    private void checkAt(boolean end) throws ZipException {
        if (end && seen.getValue() != entry.getCrc()) {
            throw new ZipException("the checksum of " + entry.getName() + " is another one");
        }
    }
}
