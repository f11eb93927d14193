package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.types.NotSupported;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests with variants that only a newer schema has, as a newer client would send them: 9 with the value true. */
class NewerClientsTest {

    private final KvHandler kv = new TestMember().kv;

    @BeforeEach
    void fill() throws Exception {
        kv.put(put("a", "1"));
    }

    @Test
    void refusesKeysThatOnlyNewerClientsKnow() throws Exception {
        DeleteRangeRequest request = DeleteRangeRequest.codec()
                .decode(octets(
                        1, 0x1d, // W-3.2: a shape of one field, 1, a struct
                        1, 0x91, 1)); // W-3.10: a union with variant 9, a bool, true

        assertThat(catchThrowableOfType(NotSupported.class, () -> kv.deleteRange(request)))
                .isNotNull();
        assertNothingDone();
    }

    @Test
    void refusesComparisonsThatOnlyNewerClientsKnow() throws Exception {
        Compare comparison = Compare.codec()
                .decode(octets(
                        3, 0x1d, 0x1a, 0x1d, // W-3.2: three fields, a struct, an enum and a struct
                        1, 0x5d, 0, // W-3.11: variant 5 of the keys, all of them
                        0, 0, // W-2.8: equal
                        1, 0x91, 1)); // W-3.10: variant 9 of the target
        TxnRequest request = new TxnRequest(List.of(comparison), List.of(), List.of());

        assertThat(catchThrowableOfType(NotSupported.class, () -> kv.txn(request)))
                .isNotNull();
    }

    @Test
    void refusesOperationsThatOnlyNewerClientsKnowInTheListThatIsNotRunToo() throws Exception {
        TxnRequest request = TxnRequest.codec()
                .decode(octets(
                        3, 0x1e, 0x1e, 0x1e, // W-3.2: three fields, lists
                        0x0d, 0, // W-3.13: no comparisons, so that they hold
                        0x0d, 0, // W-3.13: no operations for that case
                        0x0d, 1, 1, 0x91, 1)); // W-3.13: one for the other, variant 9

        assertThat(catchThrowableOfType(NotSupported.class, () -> kv.txn(request)))
                .isNotNull();
    }

    private void assertNothingDone() throws Exception {
        assertThat(kv.range(range(all())).header().revision().value()).isEqualTo(2);
    }

    private static byte[] octets(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int index = 0; index < octets.length; index++) {
            bytes[index] = (byte) octets[index];
        }
        return bytes;
    }
}
