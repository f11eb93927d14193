package io.rpcidl.transport;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What the TLS of clients and of servers have in common.
 *
 * @param <B> the builder itself
 */
abstract class TlsBuilder<B extends TlsBuilder<B>> {
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

    private @Nullable KeySource keys;
    private @Nullable Path revocationLists;
    private Duration interval = DEFAULT_INTERVAL;
    private TlsEngine engine = TlsEngine.JDK;

    abstract B self();

    /**
     * This side's certificate, followed by those of its issuers, and its key, as PEM files. They may be replaced while they
     * are used; see {@link #checkFilesEvery}.
     *
     * @param chain a file of certificates
     * @param key a file with a private key, PKCS #8 without a password; may be the same file
     */
    public B certificate(Path chain, Path key) {
        keys = KeySource.files(chain, key);
        return self();
    }

    /**
     * This side's certificate, followed by those of its issuers, and its key.
     *
     * @throws IllegalArgumentException when the key is not that of the first certificate
     */
    public B certificate(PrivateKey key, List<X509Certificate> chain) {
        keys = KeySource.fixed(key, List.copyOf(chain));
        return self();
    }

    /** This side's certificate with its key, out of a key store. */
    public B certificate(KeyStore store, char[] password) {
        keys = KeySource.store(store, password);
        return self();
    }

    /**
     * A PEM file of revocation lists. Who is on one is refused, and so is everybody whose issuer has no list there that is
     * valid now. It is read again like the others.
     */
    public B revocationLists(Path path) {
        revocationLists = path;
        return self();
    }

    /**
     * How often files are looked at for new contents, 10 seconds by default: with the next new connection after that time.
     * Connections that are open go on with what they began with.
     */
    public B checkFilesEvery(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("interval " + time + " is not positive; choose a longer one");
        }
        interval = time;
        return self();
    }

    /** What computes TLS; the JDK by default. */
    public B engine(TlsEngine computes) {
        engine = Objects.requireNonNull(computes, "engine");
        return self();
    }

    final TlsEngine engine() {
        return engine;
    }

    final @Nullable KeySource keys() {
        return keys;
    }

    final boolean hasRevocationLists() {
        return revocationLists != null;
    }

    /** Reads everything for the first time. */
    final WatchedMaterial material(@Nullable TrustSource trusted, CheckedTrust.HostNames hostNames) {
        TrustSource trust = trusted != null && revocationLists != null ? trusted.without(revocationLists) : trusted;
        Function<TlsFiles, X509ExtendedKeyManager> ofKeys = keys == null ? null : keys.load();
        Function<TlsFiles, X509ExtendedTrustManager> ofTrust = trust == null ? null : trust.load();
        Set<Path> files = new HashSet<>();
        if (keys != null) {
            files.addAll(keys.files());
        }
        if (trust != null) {
            files.addAll(trust.files());
        }
        return new WatchedMaterial(
                files,
                read -> new TlsMaterial(
                        ofKeys == null ? null : ofKeys.apply(read),
                        ofTrust == null ? null : new CheckedTrust(ofTrust.apply(read), hostNames)),
                interval);
    }
}
