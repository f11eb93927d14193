package io.rpcidl.transport;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates, lists of revoked ones, and private keys as PEM (RFC 7468); messages name the file and what to do. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA");
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private Pem() {}

    /** All certificates of a file, in their order. */
    static List<X509Certificate> certificates(Path path, byte[] content) {
        try {
            Collection<?> found = factory().generateCertificates(new ByteArrayInputStream(content));
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        path + " holds no certificate; it needs blocks that begin with -----BEGIN CERTIFICATE-----");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException bad) {
            throw new IllegalArgumentException(
                    "the certificates in " + path + " can't be read: " + bad.getMessage(), bad);
        }
    }

    /** All lists of revoked certificates of a file. */
    static List<CRL> revocationLists(Path path, byte[] content) {
        try {
            Collection<? extends CRL> found = factory().generateCRLs(new ByteArrayInputStream(content));
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        path + " holds no revocation list; it needs blocks that begin with -----BEGIN X509 CRL-----");
            }
            return List.copyOf(found);
        } catch (GeneralSecurityException bad) {
            throw new IllegalArgumentException(
                    "the revocation lists in " + path + " can't be read: " + bad.getMessage(), bad);
        }
    }

    /** The one private key of a file, PKCS #8 without a password. */
    static PrivateKey privateKey(Path path, byte[] content) {
        Matcher block = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
        String others = "";
        while (block.find()) {
            if (block.group(1).equals(PRIVATE_KEY)) {
                return privateKey(path, block.group(2));
            }
            others = block.group(1).endsWith(PRIVATE_KEY) ? block.group(1) : others;
        }
        String found = others.isEmpty() ? "no private key" : "a key as '" + others + "'";
        throw new IllegalArgumentException(path + " holds " + found + "; it needs a block -----BEGIN PRIVATE KEY-----"
                + " (PKCS #8 without a password: openssl pkcs8 -topk8 -nocrypt)");
    }

    private static PrivateKey privateKey(Path path, String base64) {
        PKCS8EncodedKeySpec encoded;
        try {
            encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("the private key in " + path + " is not base64", bad);
        }
        for (String type : KEY_TYPES) {
            try {
                return KeyFactory.getInstance(type).generatePrivate(encoded);
            } catch (InvalidKeySpecException otherType) {
                // the next one may be it
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("this JDK knows no keys of type " + type, missing);
            }
        }
        throw new IllegalArgumentException("the private key in " + path + " is none of " + KEY_TYPES);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
