package io.rpcidl.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row J05 of the catalogue: which certificates are for which hosts. */
class ServerNamesTest {
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";

    /** Names as they are, legal or not, one after the other; addresses behind {@code ip}. */
    private static X509Certificate named(String names) throws IOException {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names.isEmpty() ? new String[0] : names.split(";")) {
            all.add(
                    name.startsWith("ip ")
                            ? new GeneralName(GeneralName.iPAddress, name.substring(3))
                            : new GeneralName(GeneralName.dNSName, name));
        }
        byte[] extension = new GeneralNames(all.toArray(GeneralName[]::new)).getEncoded();
        return TestCertificates.issued(
                        "CN=common.test",
                        builder -> all.isEmpty()
                                ? builder
                                : builder.addExtensionOctetString(ALTERNATIVE_NAMES, false, extension))
                .getCertificate();
    }

    @ParameterizedTest
    @CsvSource({
        "a.test, a.test",
        "A.Test, a.test",
        "a.test, A.TEST",
        "a.test;b.test, b.test",
        "a.test, a.test.",
        "*.a.test, b.a.test",
        "xn--bcher-kva.test, bücher.test",
        "ip 127.0.0.1, 127.0.0.1",
        "ip 2001:db8:0:0:0:0:0:1, 2001:db8::1",
    })
    void acceptsACertificateForItsHosts(String names, String host) {
        assertThatCode(() -> ServerNames.check(named(names), ServerNames.reference(host)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "a.test, b.test",
        "a.test, x.a.test",
        "x.a.test, a.test",
        "*.a.test, a.test",
        "*.a.test, c.b.a.test",
        "*.test, a.test",
        "b*.a.test, bb.a.test",
        "127.0.0.1, 127.0.0.1",
        "ip 127.0.0.1, 127.0.0.2",
        "ip 127.0.0.1, localhost",
        "'', common.test",
        "other.test, common.test",
    })
    void refusesACertificateForOtherHosts(String names, String host) {
        assertThatThrownBy(() -> ServerNames.check(named(names), ServerNames.reference(host)))
                .isInstanceOf(CertificateException.class)
                .hasCauseInstanceOf(TlsException.class)
                .hasMessageStartingWith("the server's certificate ")
                .hasMessageEndingWith("and not for '" + host + "'");
    }

    @Test
    void saysWhatTheCertificateIsFor() throws IOException {
        assertThatThrownBy(() -> ServerNames.check(named("a.test;b.test;c.test;d.test"), "x.test"))
                .hasMessage("the server's certificate is for a.test, b.test, c.test, ..., and not for 'x.test'");
        assertThatThrownBy(() -> ServerNames.check(named(""), "x.test"))
                .hasMessageContaining("names no host at all (its common name does not count)");
        assertThatThrownBy(() -> ServerNames.check(named("a.test"), null))
                .hasMessage("no name is known to check the server's certificate for");
    }

    @ParameterizedTest
    @CsvSource({"'a b.test'", "a_b.test", "'a..test'"})
    void refusesWhatIsNoName(String host) {
        assertThatThrownBy(() -> ServerNames.reference(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the name of a host");
    }

    @Test
    void knowsAddresses() {
        assertThat(ServerNames.isAddress("::1")).isTrue();
        assertThat(ServerNames.isAddress("10.0.0.1")).isTrue();
        assertThat(ServerNames.isAddress("10.0.0.1.test")).isFalse();
    }
}
