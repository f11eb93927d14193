package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.maintenance.AlarmMember;
import io.rpcidl.samples.etcd.maintenance.AlarmRequest;
import io.rpcidl.samples.etcd.maintenance.AlarmResponse;
import io.rpcidl.samples.etcd.maintenance.AlarmType;
import io.rpcidl.samples.etcd.maintenance.BadLeaderTransferee;
import io.rpcidl.samples.etcd.maintenance.DefragmentResponse;
import io.rpcidl.samples.etcd.maintenance.DowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.DowngradeInfo;
import io.rpcidl.samples.etcd.maintenance.DowngradeRequest;
import io.rpcidl.samples.etcd.maintenance.DowngradeResponse;
import io.rpcidl.samples.etcd.maintenance.HashKVResponse;
import io.rpcidl.samples.etcd.maintenance.HashResponse;
import io.rpcidl.samples.etcd.maintenance.InvalidDowngradeTargetVersion;
import io.rpcidl.samples.etcd.maintenance.Maintenance;
import io.rpcidl.samples.etcd.maintenance.MemberNotFound;
import io.rpcidl.samples.etcd.maintenance.MoveLeaderResponse;
import io.rpcidl.samples.etcd.maintenance.NoDowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.StatusResponse;
import io.rpcidl.samples.etcd.maintenance.WrongDowngradeVersionFormat;
import io.rpcidl.samples.etcd.store.Reading;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.MemberId;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.samples.etcd.types.ResponseHeader;
import io.rpcidl.samples.etcd.types.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The maintenance service of a cluster of one member. */
final class MaintenanceHandler implements Maintenance {

    private final Store store;
    private final Member member;
    private final Space space;
    private final Alarms alarms;
    private final Downgrade downgrade = new Downgrade();

    MaintenanceHandler(Store store, Member member, Space space, Alarms alarms) {
        this.store = store;
        this.member = member;
        this.space = space;
        this.alarms = alarms;
    }

    @Override
    public AlarmResponse alarm(AlarmRequest request) throws MemberNotFound, NotSupported {
        MemberId asked = request.memberId();
        if (asked != null && !asked.equals(member.id())) {
            throw new MemberNotFound(asked);
        }
        List<AlarmMember> shown = concerned(request).stream()
                .map(type -> new AlarmMember(member.id(), type))
                .toList();
        return new AlarmResponse(header(), shown);
    }

    @Override
    public StatusResponse status() {
        try (Reading reading = store.read()) {
            String target = downgrade.target();
            return StatusResponse.builder()
                    .header(member.header(reading))
                    .version(Downgrade.SERVER_VERSION)
                    .dbSize(reading.allocatedOctets())
                    .leader(member.id())
                    // without other members, each revision is an entry that is agreed on and applied at once
                    .raftIndex(reading.revision())
                    .raftTerm(Member.RAFT_TERM)
                    .raftAppliedIndex(reading.revision())
                    .errors(alarms.active(AlarmType.NONE).stream()
                            .map(AlarmType::name)
                            .toList())
                    .dbSizeInUse(reading.octets())
                    .storageVersion(Downgrade.SERVER_VERSION)
                    .dbSizeQuota(space.quota())
                    .downgradeInfo(target == null ? null : new DowngradeInfo(target))
                    .build();
        }
    }

    @Override
    public DefragmentResponse defragment() {
        store.trim();
        return new DefragmentResponse(header());
    }

    @Override
    public HashResponse hash() {
        try (Reading reading = store.read()) {
            return new HashResponse(member.header(reading), reading.hashAll());
        }
    }

    @Override
    public HashKVResponse hashKV(@Nullable Revision revision) throws Compacted, FutureRevision {
        try (Reading reading = store.read()) {
            long last = Revisions.readable(revision, reading);
            return HashKVResponse.builder()
                    .header(member.header(reading))
                    .hash(reading.hashKeys(last))
                    .compactRevision(new Revision(reading.compactRevision()))
                    .hashRevision(new Revision(last))
                    .build();
        }
    }

    @Override
    public MoveLeaderResponse moveLeader(MemberId targetId) throws BadLeaderTransferee {
        if (!targetId.equals(member.id())) {
            throw new BadLeaderTransferee(targetId);
        }
        return new MoveLeaderResponse(header());
    }

    @Override
    public DowngradeResponse downgrade(DowngradeRequest request)
            throws WrongDowngradeVersionFormat, InvalidDowngradeTargetVersion, DowngradeInProcess, NoDowngradeInProcess,
                    NotSupported {
        switch (request.action().known()) {
            case VALIDATE -> downgrade.validate(request.version());
            case ENABLE -> downgrade.enable(request.version());
            case CANCEL -> downgrade.cancel();
            case UNKNOWN -> throw new NotSupported("the action " + request.action());
        }
        return new DowngradeResponse(header(), Downgrade.SERVER_VERSION);
    }

    private List<AlarmType> concerned(AlarmRequest request) throws NotSupported {
        AlarmType type = request.alarm();
        return switch (request.action().known()) {
            case GET -> alarms.active(type);
            case ACTIVATE -> activated(type);
            case DEACTIVATE -> alarms.deactivate(type);
            case UNKNOWN -> throw new NotSupported("the action " + request.action());
        };
    }

    private List<AlarmType> activated(AlarmType type) throws NotSupported {
        if (type.known() == AlarmType.Known.UNKNOWN) {
            // nobody here could tell when to clear it
            throw new NotSupported("the alarm " + type);
        }
        alarms.activate(type);
        return alarms.isActive(type) ? List.of(type) : List.of();
    }

    private ResponseHeader header() {
        try (Reading reading = store.read()) {
            return member.header(reading);
        }
    }
}
