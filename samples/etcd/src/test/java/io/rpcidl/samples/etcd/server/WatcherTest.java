package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.Reading;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.Event;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.watch.WatchCreateRequest;
import io.rpcidl.samples.etcd.watch.WatchEvents;
import io.rpcidl.samples.etcd.watch.WatchId;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large answers are, and where a revision that does not fit one goes on in the next. */
class WatcherTest {

    private static final int MEGABYTE = 1 << 20;

    private final Store store = new Store(() -> 0);

    private void put(int count, int octets) {
        try (Change change = store.change()) {
            for (int i = 0; i < count; i++) {
                change.put(Requests.key("k" + i).value(), Bytes.of(new byte[octets]), Entry.NO_LEASE);
            }
            change.commit();
        }
    }

    private Watcher watcher(WatchCreateRequest.Builder request) throws Exception {
        try (Reading reading = store.read()) {
            return new Watcher(
                    new WatchId(1), request.startRevision(new Revision(2)).build(), reading);
        }
    }

    private List<WatchEvents> advance(Watcher watcher) throws TooLargeException {
        List<WatchEvents> answers = new ArrayList<>();
        try (Reading reading = store.read()) {
            while (watcher.advance(TestMember.MEMBER, reading) instanceof WatchResponse.OfEvents told) {
                answers.add(told.events());
            }
        }
        return answers;
    }

    @Test
    void answersWithWholeRevisionsUntilItIsEnough() throws Exception {
        for (int i = 0; i < 10; i++) {
            put(2, 20_000);
        }

        List<WatchEvents> answers = advance(watcher(WatchCreateRequest.builder().keys(all())));

        assertThat(answers).extracting(answer -> answer.events().size()).containsExactly(4, 4, 4, 4, 4);
        assertThat(answers).noneMatch(WatchEvents::fragment);
    }

    @Test
    void fragmentsARevisionThatDoesNotFit() throws Exception {
        put(1, 10);
        put(8, MEGABYTE);
        put(1, 10);

        List<WatchEvents> answers =
                advance(watcher(WatchCreateRequest.builder().keys(all()).fragment(true)));

        assertThat(answers).extracting(answer -> answer.events().size()).containsExactly(1, 2, 2, 2, 2, 1);
        assertThat(answers).extracting(WatchEvents::fragment).containsExactly(false, true, true, true, false, false);
        assertThat(answers.stream().flatMap(answer -> answer.events().stream()).map(WatcherTest::keyOf))
                .containsExactly("k0", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k0");
    }

    @Test
    void refusesARevisionThatDoesNotFitAndMustNotBeFragmented() throws Exception {
        put(1, 10);
        put(4, MEGABYTE);
        Watcher watcher = watcher(WatchCreateRequest.builder().keys(all()));
        Watcher narrow = watcher(WatchCreateRequest.builder().keys(one("k3")));

        try (Reading reading = store.read()) {
            assertThat(watcher.advance(TestMember.MEMBER, reading)).isInstanceOf(WatchResponse.OfEvents.class);
            assertThat(catchThrowableOfType(TooLargeException.class, () -> watcher.advance(TestMember.MEMBER, reading)))
                    .hasMessageContaining("revision 3")
                    .hasMessageContaining("ask for fragments");
        }
        assertThat(advance(narrow)).hasSize(1);
    }

    @Test
    void refusesAnEventThatDoesNotFit() throws Exception {
        put(1, 2 * MEGABYTE);
        put(1, 2 * MEGABYTE);
        Watcher watcher =
                watcher(WatchCreateRequest.builder().keys(all()).fragment(true).prevKv(true));

        try (Reading reading = store.read()) {
            assertThat(watcher.advance(TestMember.MEMBER, reading)).isInstanceOf(WatchResponse.OfEvents.class);
            assertThat(catchThrowableOfType(TooLargeException.class, () -> watcher.advance(TestMember.MEMBER, reading)))
                    .hasMessageContaining("ask for no previous values");
        }
    }

    @Test
    void looksAtABoundedPartOfTheHistoryInOneTurn() throws Exception {
        for (int i = 0; i < Watcher.REVISIONS_A_TURN; i++) {
            put(1, 1);
        }
        put(2, 1);
        Watcher watcher = watcher(WatchCreateRequest.builder().keys(one("k1")));

        try (Reading reading = store.read()) {
            assertThat(watcher.advance(TestMember.MEMBER, reading)).isNull();
            assertThat(watcher.hasPassed(reading.revision())).isFalse();
            assertThat(watcher.advance(TestMember.MEMBER, reading)).isNotNull();
            assertThat(watcher.hasPassed(reading.revision())).isTrue();
        }
    }

    private static String keyOf(Event event) {
        return Requests.text(((Event.OfPut) event).put().current().key());
    }
}
