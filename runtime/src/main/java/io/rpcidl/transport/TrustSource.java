package io.rpcidl.transport;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Where it comes from who is trusted.
 *
 * @param files what has to be read first
 * @param anchors the certificates that others have to come from; null where they are not known one by one
 * @param load makes trust of them
 */
record TrustSource(
        Set<Path> files,
        @Nullable Function<TlsFiles, KeyStore> anchors,
        Function<TlsFiles, X509ExtendedTrustManager> load) {

    /** Whom the JDK trusts. */
    static TrustSource platform() {
        return new TrustSource(Set.of(), null, files -> trusting(null));
    }

    static TrustSource file(Path path) {
        return anchored(Set.of(path), files -> storeOf(Pem.certificates(path, files.of(path))));
    }

    static TrustSource certificates(Collection<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("nobody would be trusted; name one certificate at least");
        }
        KeyStore store = storeOf(List.copyOf(certificates));
        return anchored(Set.of(), files -> store);
    }

    static TrustSource store(KeyStore store) {
        return anchored(Set.of(), files -> store);
    }

    /** What the application decides. */
    static TrustSource decidedBy(X509TrustManager manager) {
        X509ExtendedTrustManager extended =
                manager instanceof X509ExtendedTrustManager full ? full : new PlainTrust(manager);
        return new TrustSource(Set.of(), null, files -> extended);
    }

    private static TrustSource anchored(Set<Path> files, Function<TlsFiles, KeyStore> anchors) {
        return new TrustSource(files, anchors, read -> trusting(anchors.apply(read)));
    }

    /** The same, but for those that the lists in {@code path} name. */
    TrustSource without(Path path) {
        if (anchors == null) {
            throw new IllegalStateException(
                    "revocation lists need issuers that are named; name them with trust(...) or clientTrust(...)");
        }
        Set<Path> all = new HashSet<>(files);
        all.add(path);
        Function<TlsFiles, KeyStore> named = anchors;
        return new TrustSource(
                all, named, read -> unrevoked(named.apply(read), Pem.revocationLists(path, read.of(path))));
    }

    private static X509ExtendedTrustManager trusting(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = factory();
            factory.init(store);
            return managerOf(factory);
        } catch (GeneralSecurityException bad) {
            throw new IllegalArgumentException("can't use the certificates that are trusted: " + bad.getMessage(), bad);
        }
    }

    private static X509ExtendedTrustManager unrevoked(KeyStore store, List<CRL> lists) {
        try {
            PKIXBuilderParameters rules = new PKIXBuilderParameters(store, new X509CertSelector());
            rules.setRevocationEnabled(true);
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
            TrustManagerFactory factory = factory();
            ManagerFactoryParameters parameters = new CertPathTrustManagerParameters(rules);
            factory.init(parameters);
            return managerOf(factory);
        } catch (GeneralSecurityException bad) {
            throw new IllegalArgumentException("can't use the revocation lists: " + bad.getMessage(), bad);
        }
    }

    private static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance("PKIX");
    }

    private static X509ExtendedTrustManager managerOf(TrustManagerFactory factory) {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalArgumentException("this JDK checks no certificates of TLS");
    }

    private static KeyStore storeOf(List<X509Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return store;
        } catch (GeneralSecurityException | java.io.IOException bad) {
            throw new IllegalArgumentException("can't use the certificates that are trusted: " + bad.getMessage(), bad);
        }
    }
}
