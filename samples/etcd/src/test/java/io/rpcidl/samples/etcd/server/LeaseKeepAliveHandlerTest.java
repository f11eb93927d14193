package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static io.rpcidl.samples.etcd.server.Requests.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.RpcStream;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveRequest;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveResponse;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseKeepAliveHandlerTest {

    private final TestMember member = new TestMember();

    private LeaseId grant() throws Exception {
        return member.lease
                .grant(LeaseGrantRequest.builder()
                        .timeToLive(Duration.ofSeconds(10))
                        .build())
                .id();
    }

    private List<LeaseKeepAliveResponse> renew(LeaseId... ids) throws Exception {
        List<LeaseKeepAliveResponse> answers = new ArrayList<>();
        RpcStream<LeaseKeepAliveRequest> requests =
                RpcStream.of(List.of(ids).stream().map(LeaseKeepAliveRequest::new));
        try (RpcStream<LeaseKeepAliveResponse> stream = member.keepAlive.keepAlive(requests)) {
            for (LeaseKeepAliveResponse answer = stream.next(); answer != null; answer = stream.next()) {
                answers.add(answer);
            }
        }
        return answers;
    }

    @Test
    void aLeaseLivesAsLongAsItIsRenewed() throws Exception {
        LeaseId kept = grant();
        LeaseId left = grant();
        member.kv.put(writing("kept", "1").lease(kept).build());
        member.kv.put(writing("left", "1").lease(left).build());

        for (int i = 0; i < 5; i++) {
            member.pass(Duration.ofSeconds(9));
            assertThat(renew(kept, kept))
                    .extracting(LeaseKeepAliveResponse::timeToLive)
                    .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
            assertThat(member.lease.timeToLive(kept, false).timeToLive()).isEqualTo(Duration.ofSeconds(10));
        }
        assertThat(Requests.show(member.kv.range(range(all())).kvs())).containsExactly("kept=1");

        member.pass(Duration.ofSeconds(10));
        assertThat(member.kv.range(range(all())).kvs()).isEmpty();
    }

    @Test
    void namesTheLeaseThatHasEnded() throws Exception {
        LeaseId lease = grant();
        member.pass(Duration.ofSeconds(10));

        assertThat(catchThrowableOfType(LeaseNotFound.class, () -> renew(lease)))
                .extracting(LeaseNotFound::id)
                .isEqualTo(lease);
    }

    @Test
    void answersInTheOrderOfTheRequests() throws Exception {
        LeaseId first = grant();
        LeaseId second = grant();

        assertThat(renew(second, first, first, second))
                .extracting(LeaseKeepAliveResponse::id)
                .containsExactly(second, first, first, second);
    }
}
