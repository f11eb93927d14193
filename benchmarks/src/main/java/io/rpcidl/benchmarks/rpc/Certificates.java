package io.rpcidl.benchmarks.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The certificate of a run, which the JDK's own tool makes, and which both ends of each contender with TLS are told of. */
final class Certificates {
    static final char[] PASSWORD = "benchmark".toCharArray();
    static final String FILE = "localhost.p12";
    static final String HOST = "localhost";

    private static final String PROPERTY = "rpcidl.bench.keystore";
    private static final long SECONDS = 60;

    private Certificates() {}

    /** Makes a key store in {@code folder}; returns the JVM option by which processes find it. */
    static String make(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve(FILE);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        HOST,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "SAN=dns:" + HOST,
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IllegalStateException("the JDK's keytool has made no certificate in " + folder);
        }
        return "-D" + PROPERTY + "=" + store;
    }

    /** The key and the certificate of this run. */
    static KeyStore keyStore() {
        String path = System.getProperty(PROPERTY);
        if (path == null) {
            throw new IllegalStateException("a contender with TLS needs -D" + PROPERTY + "=<key store>");
        }
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("can't read " + path, failed);
        }
    }

    /** What the client trusts. */
    static List<X509Certificate> trusted() {
        try {
            return List.of((X509Certificate) keyStore().getCertificate(HOST));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the key store has no certificate of " + HOST, failed);
        }
    }
}
