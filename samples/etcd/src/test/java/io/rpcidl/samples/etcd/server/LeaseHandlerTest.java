package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.key;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static io.rpcidl.samples.etcd.server.Requests.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.lease.LeaseExists;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.lease.LeaseGrantResponse;
import io.rpcidl.samples.etcd.lease.LeaseStatus;
import io.rpcidl.samples.etcd.lease.LeaseTimeToLiveResponse;
import io.rpcidl.samples.etcd.lease.TimeToLiveNotPositive;
import io.rpcidl.samples.etcd.lease.TimeToLiveTooLarge;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseHandlerTest {

    private final TestMember member = new TestMember();

    @Test
    void leaseEndsWithItsKeys() throws Exception {
        LeaseId id = grant(Duration.ofSeconds(10)).id();
        member.kv.put(writing("b", "1").lease(id).build());
        member.kv.put(writing("a", "1").lease(id).build());

        member.pass(Duration.ofSeconds(4));
        LeaseTimeToLiveResponse halfway = member.lease.timeToLive(id, true);
        assertThat(halfway.timeToLive()).isEqualTo(Duration.ofSeconds(6));
        assertThat(halfway.grantedTimeToLive()).isEqualTo(Duration.ofSeconds(10));
        assertThat(halfway.keys()).containsExactly(key("a"), key("b"));
        assertThat(member.lease.timeToLive(id, false).keys()).isEmpty();

        member.pass(Duration.ofSeconds(6));
        assertThat(catchThrowableOfType(LeaseNotFound.class, () -> member.lease.timeToLive(id, true)))
                .extracting(LeaseNotFound::id)
                .isEqualTo(id);
        assertThat(member.kv.range(range(all())).kvs()).isEmpty();
    }

    @Test
    void revokedLeaseTakesItsKeysAlong() throws Exception {
        LeaseId id = grant(Duration.ofSeconds(10)).id();
        member.kv.put(writing("a", "1").lease(id).build());

        assertThat(member.lease.revoke(id).header().revision().value()).isEqualTo(3);

        assertThat(member.kv.range(range(all())).kvs()).isEmpty();
        assertThat(catchThrowableOfType(LeaseNotFound.class, () -> member.lease.revoke(id)))
                .extracting(LeaseNotFound::id)
                .isEqualTo(id);
    }

    @Test
    void listsLeasesInTheOrderOfTheirIds() throws Exception {
        grant(new LeaseId(-1));
        grant(new LeaseId(3));
        LeaseId chosen = grant(Duration.ofSeconds(1)).id();

        assertThat(member.lease.leases().leases())
                .containsExactly(
                        new LeaseStatus(chosen), new LeaseStatus(new LeaseId(3)), new LeaseStatus(new LeaseId(-1)));
    }

    @Test
    void refusesIdsThatAreTaken() throws Exception {
        grant(new LeaseId(3));

        assertThat(catchThrowableOfType(LeaseExists.class, () -> grant(new LeaseId(3))))
                .extracting(LeaseExists::id)
                .isEqualTo(new LeaseId(3));
    }

    @Test
    void grantsTimesWithinBounds() throws Exception {
        assertThat(grant(Duration.ofNanos(1)).timeToLive()).isEqualTo(Duration.ofSeconds(1));
        assertThat(grant(Duration.ofSeconds(9_000_000_000L)).timeToLive())
                .isEqualTo(Duration.ofSeconds(9_000_000_000L));
        assertThat(catchThrowableOfType(TimeToLiveNotPositive.class, () -> grant(Duration.ZERO)))
                .isNotNull();
        assertThat(catchThrowableOfType(TimeToLiveNotPositive.class, () -> grant(Duration.ofSeconds(-1))))
                .isNotNull();
        assertThat(catchThrowableOfType(TimeToLiveTooLarge.class, () -> grant(Duration.ofSeconds(Long.MAX_VALUE))))
                .isNotNull();
    }

    private LeaseGrantResponse grant(Duration timeToLive) throws Exception {
        return member.lease.grant(
                LeaseGrantRequest.builder().timeToLive(timeToLive).build());
    }

    private LeaseGrantResponse grant(LeaseId id) throws Exception {
        return member.lease.grant(LeaseGrantRequest.builder()
                .timeToLive(Duration.ofSeconds(5))
                .id(id)
                .build());
    }
}
