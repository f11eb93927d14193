package io.rpcidl.transport.netty;

import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The file of a Unix socket that is listened on: made by the listener, for its own user alone, and removed by it. */
final class UnixSocketFile {
    private static final System.Logger LOG = System.getLogger(UnixSocketFile.class.getName());
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;
    private @Nullable Object key;

    private UnixSocketFile(Path path) {
        this.path = path;
    }

    /**
     * Makes room for the socket: removes one that a process has left behind which is gone.
     *
     * @throws IOException when somebody listens there, or when the file is no socket; the message names it
     */
    static UnixSocketFile prepare(Endpoint endpoint) throws IOException {
        Path path = endpoint.path();
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException free) {
            return new UnixSocketFile(path);
        }
        if (!found.isOther()) {
            throw new IOException("can't listen on " + endpoint + ": the file is there and is no socket");
        }
        if (answers(path)) {
            throw new IOException("can't listen on " + endpoint + ": another process listens there");
        }
        Files.delete(path);
        return new UnixSocketFile(path);
    }

    private static boolean answers(Path path) {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /** The socket is there: from now on only its own user can connect. */
    void bound() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
        key = keyOf(path);
    }

    /** Nobody listens any more: removes the file, unless another one has taken its place. */
    void remove() {
        try {
            if (key != null && key.equals(keyOf(path))) {
                Files.deleteIfExists(path);
            }
        } catch (FileSystemException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the file of a Unix socket was gone already");
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "can't remove the file of a Unix socket", failure);
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
