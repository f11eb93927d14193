package io.rpcidl.transport;

import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The keys and the trust of one moment; for transports. A reload gives another object, so a transport can compare by identity.
 *
 * @param keys this side's certificate with its key, or null when it has none
 * @param trust who is trusted, with the check of host names built in, or null when peers are not asked who they are
 */
public record TlsMaterial(
        @Nullable X509ExtendedKeyManager keys, @Nullable X509ExtendedTrustManager trust) {}
