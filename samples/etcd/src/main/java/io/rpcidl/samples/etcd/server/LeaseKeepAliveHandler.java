package io.rpcidl.samples.etcd.server;

import io.rpcidl.RpcStream;
import io.rpcidl.samples.etcd.lease.LeaseKeepAlive;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveRequest;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveResponse;
import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import java.time.Duration;

/** Keeps leases alive, in the blocking form: each answer is made when its request is pulled. */
final class LeaseKeepAliveHandler implements LeaseKeepAlive {

    private final Store store;
    private final Member member;

    LeaseKeepAliveHandler(Store store, Member member) {
        this.store = store;
        this.member = member;
    }

    @Override
    public RpcStream<LeaseKeepAliveResponse> keepAlive(RpcStream<LeaseKeepAliveRequest> requests) {
        return RpcStream.produced(answers -> {
            for (LeaseKeepAliveRequest request : requests) {
                answers.send(renew(request.id()));
            }
        });
    }

    private LeaseKeepAliveResponse renew(LeaseId id) throws LeaseNotFound {
        try (Change change = store.change()) {
            if (change.lease(id.value()) == null) {
                throw new LeaseNotFound(id);
            }
            Duration timeToLive = change.renew(id.value());
            change.commit();
            return new LeaseKeepAliveResponse(member.header(change), id, timeToLive);
        }
    }
}
