package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.ClusterId;
import io.rpcidl.samples.etcd.types.MemberId;
import io.rpcidl.samples.etcd.types.ResponseHeader;
import io.rpcidl.samples.etcd.types.Revision;

/**
 * The member that answers: the only one of its cluster, and so always the leader.
 *
 * @param clusterId the cluster
 * @param id the member itself
 */
public record Member(ClusterId clusterId, MemberId id) {

    /** The term of the consensus protocol: a member that was never contested stays in its first one. */
    static final long RAFT_TERM = 1;

    /** The header of an answer that shows this state of the store. */
    ResponseHeader header(View view) {
        return header(view.revision());
    }

    /** The header of an answer about a revision. */
    ResponseHeader header(long revision) {
        return new ResponseHeader(clusterId, id, new Revision(revision), RAFT_TERM);
    }
}
