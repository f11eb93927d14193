package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.delete;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.kv.CompactionRequest;
import io.rpcidl.samples.etcd.maintenance.AlarmAction;
import io.rpcidl.samples.etcd.maintenance.AlarmMember;
import io.rpcidl.samples.etcd.maintenance.AlarmRequest;
import io.rpcidl.samples.etcd.maintenance.AlarmType;
import io.rpcidl.samples.etcd.maintenance.BadLeaderTransferee;
import io.rpcidl.samples.etcd.maintenance.DowngradeAction;
import io.rpcidl.samples.etcd.maintenance.DowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.DowngradeInfo;
import io.rpcidl.samples.etcd.maintenance.DowngradeRequest;
import io.rpcidl.samples.etcd.maintenance.HashKVResponse;
import io.rpcidl.samples.etcd.maintenance.InvalidDowngradeTargetVersion;
import io.rpcidl.samples.etcd.maintenance.MemberNotFound;
import io.rpcidl.samples.etcd.maintenance.NoDowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.StatusResponse;
import io.rpcidl.samples.etcd.maintenance.WrongDowngradeVersionFormat;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.MemberId;
import io.rpcidl.samples.etcd.types.NoSpace;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.samples.etcd.types.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceHandlerTest {

    private final TestMember member = new TestMember();
    private final MaintenanceHandler maintenance = member.maintenance;

    @Test
    void writeThatDoesNotFitRaisesAnAlarmThatStopsWrites() throws Exception {
        assertThat(catchThrowableOfType(NoSpace.class, () -> member.kv.put(put("a", "x".repeat(100)))))
                .extracting(NoSpace::quota)
                .isEqualTo(100L);

        assertThat(alarm(AlarmAction.GET, AlarmType.NONE)).containsExactly(AlarmType.NOSPACE);
        assertThat(catchThrowableOfType(NoSpace.class, () -> member.kv.put(put("a", "1"))))
                .isNotNull();
        member.kv.deleteRange(delete(all()));

        assertThat(alarm(AlarmAction.DEACTIVATE, AlarmType.NOSPACE)).containsExactly(AlarmType.NOSPACE);
        member.kv.put(put("a", "1"));
        assertThat(alarm(AlarmAction.GET, AlarmType.NONE)).isEmpty();
    }

    @Test
    void raisesShowsAndClearsAlarmsByType() throws Exception {
        assertThat(alarm(AlarmAction.ACTIVATE, AlarmType.CORRUPT)).containsExactly(AlarmType.CORRUPT);
        assertThat(alarm(AlarmAction.ACTIVATE, AlarmType.NONE)).isEmpty();
        assertThat(alarm(AlarmAction.GET, AlarmType.NOSPACE)).isEmpty();
        assertThat(alarm(AlarmAction.GET, AlarmType.CORRUPT)).containsExactly(AlarmType.CORRUPT);
        assertThat(maintenance.status().errors()).containsExactly("CORRUPT");
        assertThat(alarm(AlarmAction.DEACTIVATE, AlarmType.NONE)).containsExactly(AlarmType.CORRUPT);
    }

    @Test
    void refusesWhatOnlyNewerServersKnow() {
        assertThat(catchThrowableOfType(NotSupported.class, () -> alarm(AlarmAction.of(77), AlarmType.NONE))
                        .what())
                .contains("77");
        assertThat(catchThrowableOfType(NotSupported.class, () -> alarm(AlarmAction.ACTIVATE, AlarmType.of(88)))
                        .what())
                .contains("88");
        assertThat(catchThrowableOfType(NotSupported.class, () -> downgrade(DowngradeAction.of(99), "3.5")))
                .isNotNull();
    }

    @Test
    void knowsNoOtherMember() {
        AlarmRequest request = AlarmRequest.builder().memberId(new MemberId(1)).build();
        assertThat(catchThrowableOfType(MemberNotFound.class, () -> maintenance.alarm(request)))
                .extracting(MemberNotFound::id)
                .isEqualTo(new MemberId(1));
        assertThat(catchThrowableOfType(BadLeaderTransferee.class, () -> maintenance.moveLeader(new MemberId(1))))
                .extracting(BadLeaderTransferee::targetId)
                .isEqualTo(new MemberId(1));
    }

    @Test
    void leaderMayBeMovedToItself() throws Exception {
        assertThat(maintenance.moveLeader(TestMember.MEMBER.id()).header().memberId())
                .isEqualTo(TestMember.MEMBER.id());
    }

    @Test
    void defragmentationGivesBackWhatCompactionFreed() throws Exception {
        member.kv.put(put("a", "1"));
        member.kv.put(put("a", "2"));
        member.kv.compact(CompactionRequest.builder().revision(new Revision(3)).build());

        StatusResponse before = maintenance.status();
        maintenance.defragment();
        StatusResponse after = maintenance.status();

        assertThat(List.of(before.dbSize(), before.dbSizeInUse())).containsExactly(4L, 2L);
        assertThat(List.of(after.dbSize(), after.dbSizeInUse())).containsExactly(2L, 2L);
        assertThat(after.dbSizeQuota()).isEqualTo(100);
        assertThat(after.raftAppliedIndex()).isEqualTo(3);
    }

    @Test
    void hashChangesWithTheKeysAndCoversRevisions() throws Exception {
        member.kv.put(put("a", "1"));
        HashKVResponse first = maintenance.hashKV(null);
        long all = maintenance.hash().hash();
        member.kv.put(put("a", "2"));

        assertThat(maintenance.hashKV(null).hash()).isNotEqualTo(first.hash());
        assertThat(maintenance.hash().hash()).isNotEqualTo(all);
        assertThat(maintenance.hashKV(new Revision(2)).hash()).isEqualTo(first.hash());
        assertThat(first.hashRevision()).isEqualTo(new Revision(2));
        assertThat(catchThrowableOfType(FutureRevision.class, () -> maintenance.hashKV(new Revision(4))))
                .extracting(FutureRevision::currentRevision)
                .isEqualTo(new Revision(3));
    }

    @Test
    void downgradesByOneMinorVersionOnly() throws Exception {
        downgrade(DowngradeAction.VALIDATE, "3.5.0");
        downgrade(DowngradeAction.ENABLE, "3.5");

        assertThat(maintenance.status().downgradeInfo()).isEqualTo(new DowngradeInfo("3.5"));
        assertThat(catchThrowableOfType(DowngradeInProcess.class, () -> downgrade(DowngradeAction.ENABLE, "3.5")))
                .extracting(DowngradeInProcess::targetVersion)
                .isEqualTo("3.5");
        downgrade(DowngradeAction.CANCEL, "");
        assertThat(catchThrowableOfType(NoDowngradeInProcess.class, () -> downgrade(DowngradeAction.CANCEL, "")))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        InvalidDowngradeTargetVersion.class, () -> downgrade(DowngradeAction.VALIDATE, "3.4")))
                .extracting(InvalidDowngradeTargetVersion::allowed)
                .isEqualTo("3.5");
        assertThat(catchThrowableOfType(
                        WrongDowngradeVersionFormat.class, () -> downgrade(DowngradeAction.VALIDATE, "new")))
                .extracting(WrongDowngradeVersionFormat::version)
                .isEqualTo("new");
    }

    private List<AlarmType> alarm(AlarmAction action, AlarmType type) throws Exception {
        AlarmRequest request = AlarmRequest.builder().action(action).alarm(type).build();
        return maintenance.alarm(request).alarms().stream()
                .map(AlarmMember::alarm)
                .toList();
    }

    private void downgrade(DowngradeAction action, String version) throws Exception {
        maintenance.downgrade(
                DowngradeRequest.builder().action(action).version(version).build());
    }
}
