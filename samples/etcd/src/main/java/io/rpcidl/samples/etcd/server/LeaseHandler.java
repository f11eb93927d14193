package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.lease.Lease;
import io.rpcidl.samples.etcd.lease.LeaseExists;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.lease.LeaseGrantResponse;
import io.rpcidl.samples.etcd.lease.LeaseLeasesResponse;
import io.rpcidl.samples.etcd.lease.LeaseRevokeResponse;
import io.rpcidl.samples.etcd.lease.LeaseStatus;
import io.rpcidl.samples.etcd.lease.LeaseTimeToLiveResponse;
import io.rpcidl.samples.etcd.lease.TimeToLiveNotPositive;
import io.rpcidl.samples.etcd.lease.TimeToLiveTooLarge;
import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.LeaseView;
import io.rpcidl.samples.etcd.store.Reading;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.NoSpace;
import java.time.Duration;
import java.util.List;

/** The lease service. */
final class LeaseHandler implements Lease {

    /** Shorter leases would end before a client could keep them alive. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest that etcd grants: nine thousand million seconds. */
    private static final Duration LONGEST = Duration.ofHours(2_500_000);

    private final Store store;
    private final Member member;
    private final Space space;

    LeaseHandler(Store store, Member member, Space space) {
        this.store = store;
        this.member = member;
        this.space = space;
    }

    @Override
    public LeaseGrantResponse grant(LeaseGrantRequest request)
            throws LeaseExists, TimeToLiveTooLarge, TimeToLiveNotPositive, NoSpace {
        Duration timeToLive = granted(request.timeToLive());
        LeaseId asked = request.id();
        try (Change change = store.change()) {
            if (asked != null && change.lease(asked.value()) != null) {
                throw new LeaseExists(asked);
            }
            space.require(change, 0);
            long id = change.grant(asked == null ? Entry.NO_LEASE : asked.value(), timeToLive);
            change.commit();
            return new LeaseGrantResponse(member.header(change), new LeaseId(id), timeToLive);
        }
    }

    @Override
    public LeaseRevokeResponse revoke(LeaseId id) throws LeaseNotFound {
        try (Change change = store.change()) {
            find(id, change);
            change.revoke(id.value());
            change.commit();
            return new LeaseRevokeResponse(member.header(change));
        }
    }

    @Override
    public LeaseTimeToLiveResponse timeToLive(LeaseId id, boolean keys) throws LeaseNotFound {
        try (Reading reading = store.read()) {
            LeaseView lease = find(id, reading);
            return LeaseTimeToLiveResponse.builder()
                    .header(member.header(reading))
                    .id(id)
                    .timeToLive(lease.remaining())
                    .grantedTimeToLive(lease.timeToLive())
                    .keys(keys ? lease.keys().stream().map(Key::new).toList() : List.of())
                    .build();
        }
    }

    @Override
    public LeaseLeasesResponse leases() {
        try (Reading reading = store.read()) {
            List<LeaseStatus> leases = reading.leases().stream()
                    .map(id -> new LeaseStatus(new LeaseId(id)))
                    .toList();
            return new LeaseLeasesResponse(member.header(reading), leases);
        }
    }

    private static Duration granted(Duration asked) throws TimeToLiveTooLarge, TimeToLiveNotPositive {
        if (asked.isZero() || asked.isNegative()) {
            throw new TimeToLiveNotPositive();
        }
        if (asked.compareTo(LONGEST) > 0) {
            throw new TimeToLiveTooLarge(LONGEST);
        }
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }

    private static LeaseView find(LeaseId id, View view) throws LeaseNotFound {
        LeaseView lease = view.lease(id.value());
        if (lease == null) {
            throw new LeaseNotFound(id);
        }
        return lease;
    }
}
