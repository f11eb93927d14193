package io.rpcidl.samples.etcd.store;

import static io.rpcidl.samples.etcd.store.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyHistoryTest {

    private static final Bytes KEY = octets("key");

    private final KeyHistory history = new KeyHistory();

    @Test
    void showsTheKeyAsItWasAtEachRevision() {
        written(3, "a");
        written(5, "b");
        history.append(Version.deletion(KEY, 7));
        written(9, "c");

        assertThat(valueAt(2)).isNull();
        assertThat(valueAt(3)).isEqualTo(octets("a"));
        assertThat(valueAt(4)).isEqualTo(octets("a"));
        assertThat(valueAt(6)).isEqualTo(octets("b"));
        assertThat(valueAt(7)).isNull();
        assertThat(valueAt(8)).isNull();
        assertThat(valueAt(100)).isEqualTo(octets("c"));
    }

    @Test
    void compactionKeepsWhatItsRevisionSees() {
        written(3, "a");
        written(5, "b");
        written(9, "c");

        long freed = history.compact(6);

        assertThat(freed).isEqualTo(4);
        assertThat(valueAt(6)).isEqualTo(octets("b"));
        assertThat(valueAt(9)).isEqualTo(octets("c"));
        assertThat(history.versions()).hasSize(2);
    }

    @Test
    void compactionForgetsDeletedKeys() {
        written(3, "a");
        history.append(Version.deletion(KEY, 4));

        assertThat(history.compact(3)).isZero();
        assertThat(history.compact(4)).isEqualTo(7);
        assertThat(history.isEmpty()).isTrue();
    }

    @Test
    void compactionBeforeTheFirstVersionForgetsNothing() {
        written(3, "a");

        assertThat(history.compact(2)).isZero();
        assertThat(history.versions()).hasSize(1);
    }

    private void written(long revision, String value) {
        history.append(Version.of(new Entry(KEY, octets(value), Entry.NO_LEASE, Stamp.created(revision))));
    }

    private @Nullable Bytes valueAt(long revision) {
        Entry entry = history.at(revision);
        return entry == null ? null : entry.value();
    }
}
