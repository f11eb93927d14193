package io.rpcidl.transport;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Where this side's certificate and its key come from.
 *
 * @param files what has to be read first
 * @param load makes keys of them
 */
record KeySource(Set<Path> files, Function<TlsFiles, X509ExtendedKeyManager> load) {
    private static final String ENTRY = "own";
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");
    private static final byte[] PROBE = {1, 2, 3, 4};

    /** Two files, which may be one. */
    static KeySource files(Path chain, Path key) {
        return new KeySource(
                chain.equals(key) ? Set.of(chain) : Set.of(chain, key),
                files -> keys(
                        Pem.certificates(chain, files.of(chain)),
                        Pem.privateKey(key, files.of(key)),
                        chain + " and " + key));
    }

    /** A key that is there already. */
    static KeySource fixed(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a certificate chain is empty; begin it with this side's certificate");
        }
        X509ExtendedKeyManager keys = keys(chain, key, "certificate and key");
        return new KeySource(Set.of(), files -> keys);
    }

    /** All keys of a store. */
    static KeySource store(KeyStore store, char[] password) {
        X509ExtendedKeyManager keys = keys(store, password);
        return new KeySource(Set.of(), files -> keys);
    }

    private static X509ExtendedKeyManager keys(List<X509Certificate> chain, PrivateKey key, String what) {
        checkPair(chain.get(0).getPublicKey(), key, what);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry(ENTRY, key, new char[0], chain.toArray(Certificate[]::new));
            return keys(store, new char[0]);
        } catch (GeneralSecurityException | java.io.IOException bad) {
            throw new IllegalArgumentException("can't use " + what + ": " + bad.getMessage(), bad);
        }
    }

    private static X509ExtendedKeyManager keys(KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            for (KeyManager manager : factory.getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager keys) {
                    return keys;
                }
            }
            throw new IllegalArgumentException("the JDK makes no keys for TLS of this key store");
        } catch (GeneralSecurityException bad) {
            throw new IllegalArgumentException("can't use the key store: " + bad.getMessage(), bad);
        }
    }

    /** Files are replaced one after the other: a key that is not the certificate's must not be taken. */
    private static void checkPair(PublicKey certified, PrivateKey key, String what) {
        String algorithm = SIGNATURES.get(certified.getAlgorithm());
        if (algorithm == null) {
            return; // a kind of key that we can't try; the handshake will
        }
        boolean pair;
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(PROBE);
            pair = signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            pair = false;
        }
        if (!pair) {
            throw new IllegalArgumentException(what + " don't belong together: the key is not that of the certificate");
        }
    }
}
