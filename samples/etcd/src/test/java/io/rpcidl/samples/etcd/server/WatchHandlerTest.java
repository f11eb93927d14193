package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.delete;
import static io.rpcidl.samples.etcd.server.Requests.does;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static io.rpcidl.samples.etcd.server.Requests.operation;
import static io.rpcidl.samples.etcd.server.Requests.prefix;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static io.rpcidl.samples.etcd.server.Requests.writing;
import static io.rpcidl.samples.etcd.server.WatchClientStream.creating;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.samples.etcd.kv.CompactionRequest;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.watch.WatchFilter;
import io.rpcidl.samples.etcd.watch.WatchId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What watchers are told, and when. All runs on the thread of the test. */
class WatchHandlerTest {

    private final TestMember member = new TestMember(100_000);

    private WatchClientStream open() {
        return WatchClientStream.open(member, Long.MAX_VALUE);
    }

    private void compact(long revision) throws Exception {
        member.kv.compact(
                CompactionRequest.builder().revision(new Revision(revision)).build());
    }

    @Test
    void tellsWhatHappensFromNowOn() throws Exception {
        member.kv.put(put("a", "0"));
        WatchClientStream client = open();
        client.create(creating(prefix("a")));

        member.kv.put(put("a", "1"));
        member.kv.put(put("b", "1"));
        member.kv.txn(does(operation(put("ab", "1")), operation(delete(one("a"))), operation(put("aa", "1"))));
        member.kv.deleteRange(delete(one("none")));

        assertThat(client.shown()).containsExactly("created 0", "events 0: a=1@3", "events 0: ab=1@5 -a@5 aa=1@5");
    }

    @Test
    void tellsTheHistoryFromARevision() throws Exception {
        member.kv.put(put("a", "1"));
        member.kv.put(put("a", "2"));
        member.kv.deleteRange(delete(all()));
        WatchClientStream client = open();

        client.create(all(), 3);
        client.create(all(), 6);
        client.create(all(), -1);
        member.kv.put(put("a", "5"));
        member.kv.put(put("a", "6"));

        assertThat(client.shown())
                .containsExactly(
                        "created 0",
                        "events 0: a=2@3 -a@4",
                        "created 1",
                        "created 2",
                        "events 0: a=5@5",
                        "events 1: a=6@6",
                        "events 0: a=6@6");
    }

    @Test
    void tellsPreviousValuesWhereAskedAndKnown() throws Exception {
        member.kv.put(put("a", "1"));
        member.kv.put(put("a", "2"));
        member.kv.put(put("a", "3"));
        member.kv.deleteRange(delete(all()));
        compact(4);
        WatchClientStream client = open();

        client.create(creating(all()).startRevision(new Revision(4)).prevKv(true));
        client.create(creating(all()).startRevision(new Revision(4)));

        assertThat(client.shown())
                .containsExactly("created 0", "events 0: a=3@4 -a@5<3", "created 1", "events 1: a=3@4 -a@5");
    }

    @Test
    void leavesEventsOut() throws Exception {
        WatchClientStream client = open();
        client.create(creating(all()).filters(Set.of(WatchFilter.NO_PUT)));
        client.create(creating(all()).filters(Set.of(WatchFilter.NO_DELETE)));
        client.create(creating(all()).filters(Set.of(WatchFilter.NO_DELETE, WatchFilter.NO_PUT)));
        client.shown();

        member.kv.put(put("a", "1"));
        member.kv.deleteRange(delete(all()));

        assertThat(client.shown()).containsExactly("events 1: a=1@2", "events 0: -a@3");
    }

    @Test
    void cancelsOneWatcherOfAStream() throws Exception {
        WatchClientStream client = open();
        client.create(creating(all()).watchId(new WatchId(7)));
        client.create(creating(all()));
        client.cancel(7);
        client.cancel(7);
        member.kv.put(put("a", "1"));

        assertThat(client.shown()).containsExactly("created 7", "created 0", "canceled 7", "events 0: a=1@2");
    }

    @Test
    void makesNoWatcherOfABadRequest() throws Exception {
        WatchClientStream client = open();
        client.create(creating(all()).watchId(new WatchId(0)));
        client.create(creating(all()).watchId(new WatchId(0)));
        client.create(creating(all()).watchId(new WatchId(-1)));
        client.create(creating(one("")));
        client.create(creating(all()).filters(Set.of(WatchFilter.of(77))));
        client.create(creating(all()));
        member.kv.put(put("a", "1"));

        assertThat(client.shown())
                .containsExactly(
                        "created 0",
                        "canceled -1: the watch id 0 is taken; choose another",
                        "canceled -1: the watch id -1 is taken; choose another",
                        "canceled -1: a key has no octets",
                        "canceled -1: this server does not know the filter " + WatchFilter.of(77),
                        "created 1",
                        "events 0: a=1@2",
                        "events 1: a=1@2");
    }

    @Test
    void tellsManyWatchersOfOneStream() throws Exception {
        WatchClientStream client = WatchClientStream.open(member, 500);
        for (int i = 0; i < 500; i++) {
            client.create(creating(all()));
        }
        client.shown();

        member.kv.put(put("a", "1"));
        client.room(1_000);
        member.kv.put(put("a", "2"));

        List<String> shown = client.shown();
        assertThat(shown).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(shown.subList(0, 500)).allMatch(line -> line.endsWith(": a=1@2"));
        assertThat(shown.subList(500, 1_000)).allMatch(line -> line.endsWith(": a=2@3"));
    }

    @Test
    void boundsTheWatchersOfAStream() {
        WatchClientStream client = open();
        for (int i = 0; i < Watchers.MOST; i++) {
            client.create(creating(all()));
        }
        client.shown();

        client.create(creating(all()));
        client.cancel(5);
        client.create(creating(all()));

        assertThat(client.shown())
                .containsExactly(
                        "canceled -1: the stream has 10000 watchers; cancel one", "canceled 5", "created 10000");
    }

    @Test
    void tellsAWatcherThatItsHistoryIsGone() throws Exception {
        for (int i = 1; i <= 4; i++) {
            member.kv.put(put("a", "" + i));
        }
        compact(4);
        WatchClientStream client = open();

        client.create(all(), 3);
        client.create(all(), 0);
        client.create(all(), 4);

        assertThat(client.shown())
                .containsExactly(
                        "created 0",
                        "canceled 0 compacted 4: the history that the watcher needs is compacted",
                        "created 1",
                        "canceled 1 compacted 4: the history that the watcher needs is compacted",
                        "created 2",
                        "events 2: a=3@4 a=4@5");
    }

    @Test
    void looksThroughALongHistoryForRareEvents() throws Exception {
        for (int i = 0; i < 3 * Watcher.REVISIONS_A_TURN; i++) {
            member.kv.put(put("a", "1"));
            if (i == 1_500) {
                member.kv.put(put("b", "1"));
                compact(3);
            }
        }
        WatchClientStream client = open();

        client.create(one("b"), 3);
        client.askProgress();

        assertThat(client.shown()).containsExactly("created 0", "events 0: b=1@1503", "progress all @3002");
    }

    @Test
    void aSlowWatcherLagsAndHoldsNobodyUp() throws Exception {
        WatchClientStream slow = WatchClientStream.open(member, 2);
        slow.create(creating(all()));
        WatchClientStream quick = open();
        quick.create(creating(all()));
        quick.shown();

        for (int i = 2; i <= 5; i++) {
            member.kv.put(put("a", "" + i));
        }

        assertThat(quick.shown())
                .containsExactly("events 0: a=2@2", "events 0: a=3@3", "events 0: a=4@4", "events 0: a=5@5");
        assertThat(slow.shown()).containsExactly("created 0", "events 0: a=2@2");
        slow.room(1);
        assertThat(slow.shown()).containsExactly("events 0: a=3@3 a=4@4 a=5@5");

        member.kv.put(put("a", "6"));
        member.kv.put(put("a", "7"));
        compact(7);
        slow.room(10);
        assertThat(slow.shown())
                .containsExactly("canceled 0 compacted 7: the history that the watcher needs is compacted");
    }

    @Test
    void takesNoRequestBeforeTheOneBeforeIsAnswered() {
        WatchClientStream client = WatchClientStream.open(member, 1);
        for (int i = 0; i < 5; i++) {
            client.create(creating(all()));
        }

        assertThat(client.shown()).containsExactly("created 0");
        client.room(3);
        assertThat(client.shown()).containsExactly("created 1", "created 2", "created 3");
    }

    @Test
    void tellsProgressWhenAsked() throws Exception {
        WatchClientStream client = WatchClientStream.open(member, 1);
        client.create(all(), 2);
        member.kv.put(put("a", "1"));
        client.askProgress();
        assertThat(client.shown()).containsExactly("created 0");

        client.room(1);
        assertThat(client.shown()).containsExactly("events 0: a=1@2");
        member.kv.put(put("a", "2"));
        client.room(10);

        // What was asked for is known, although there is more by now.
        assertThat(client.shown()).containsExactly("progress all @2", "events 0: a=2@3");
        client.askProgress();
        assertThat(client.shown()).containsExactly("progress all @3");
    }

    @Test
    void tellsProgressWhenNothingHappens() throws Exception {
        WatchClientStream client = open();
        client.create(creating(one("a")).progressNotify(true));
        client.create(creating(one("a")));
        client.shown();

        member.pass(Watchers.PROGRESS_INTERVAL.minusNanos(1));
        member.tick();
        assertThat(client.shown()).isEmpty();
        member.kv.put(put("b", "1"));
        member.pass(Duration.ofNanos(1));
        member.tick();
        member.tick();
        assertThat(client.shown()).containsExactly("progress 0 @2");

        member.pass(Duration.ofMinutes(9));
        member.kv.put(put("a", "1"));
        member.pass(Duration.ofMinutes(9));
        member.tick();
        assertThat(client.shown()).containsExactly("events 0: a=1@3", "events 1: a=1@3");
        member.pass(Duration.ofMinutes(1));
        member.tick();
        assertThat(client.shown()).containsExactly("progress 0 @3");
    }

    @Test
    void tellsOfKeysWhoseLeaseHasEnded() throws Exception {
        LeaseId lease = member.lease
                .grant(LeaseGrantRequest.builder()
                        .timeToLive(Duration.ofSeconds(10))
                        .build())
                .id();
        member.kv.put(writing("a", "1").lease(lease).build());
        member.kv.put(writing("b", "1").lease(lease).build());
        WatchClientStream client = open();
        client.create(creating(all()));
        client.shown();

        member.pass(Duration.ofSeconds(9));
        member.tick();
        assertThat(client.shown()).isEmpty();
        member.pass(Duration.ofSeconds(1));
        member.tick();

        assertThat(client.shown()).containsExactly("events 0: -a@4 -b@4");
    }

    @Test
    void endsWithItsLastWatcherWhenNoRequestComesAnyMore() throws Exception {
        WatchClientStream client = open();
        client.create(creating(all()));
        client.endRequests();
        member.kv.put(put("a", "1"));
        member.kv.put(put("a", "2"));
        assertThat(client.shown()).containsExactly("created 0", "events 0: a=1@2", "events 0: a=2@3");
        assertThat(client.completed).isFalse();

        WatchClientStream none = open();
        none.create(creating(all()));
        none.cancel(0);
        none.endRequests();

        assertThat(none.completed).isTrue();
        assertThat(member.watch.streams()).isEqualTo(1);
    }

    @Test
    void forgetsAStreamThatIsOver() throws Exception {
        WatchClientStream left = open();
        left.create(creating(all()));
        left.leave();
        WatchClientStream failed = open();
        IllegalStateException broken = new IllegalStateException("broken");
        failed.failRequests(broken);
        WatchClientStream bad = open();
        bad.room(0);
        member.kv.put(put("a", "1"));

        assertThat(left.shown()).containsExactly("created 0");
        assertThat(left.requestsCancelled).isTrue();
        assertThat(failed.failure).isSameAs(broken);
        assertThat(bad.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(member.watch.streams()).isZero();

        WatchClientStream closed = open();
        closed.create(creating(all()));
        member.watch.close();
        assertThat(closed.completed).isTrue();
        assertThat(member.watch.streams()).isZero();
    }
}
