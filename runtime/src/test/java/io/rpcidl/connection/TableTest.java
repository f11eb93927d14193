package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds of the table, the heap and the queue of calls; what they do in general is in {@link TableProperties}. */
class TableTest {

    private static final class Node extends CallNode {
        Node(int id, long deadline) {
            super(deadline);
            this.id = id;
        }
    }

    private static List<Node> nodes(int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(new Node(2 * i + 1, 100 - i % 7));
        }
        return nodes;
    }

    @Test
    void aDeadlineIsDueWhenItIsReached() {
        Deadlines deadlines = new Deadlines();
        Node node = new Node(1, 5);
        deadlines.add(node);
        assertThat(deadlines.poll(4)).isNull();
        assertThat(deadlines.poll(5)).isSameAs(node);
        assertThat(deadlines.next()).isEqualTo(CallNode.NO_DEADLINE);
    }

    @Test
    void aCallWithoutADeadlineIsNeverDue() {
        Deadlines deadlines = new Deadlines();
        deadlines.add(new Node(1, CallNode.NO_DEADLINE));
        assertThat(deadlines.poll(CallNode.NO_DEADLINE)).isNull();
    }

    @Test
    void deadlinesAreTrimmedWhenThereAreNone() {
        Deadlines deadlines = new Deadlines();
        for (int round = 0; round < 3; round++) {
            List<Node> nodes = nodes(100);
            nodes.forEach(deadlines::add);
            deadlines.trim();
            List<CallNode> polled = new ArrayList<>();
            for (CallNode node = deadlines.poll(100); node != null; node = deadlines.poll(100)) {
                polled.add(node);
            }
            assertThat(polled)
                    .containsExactlyInAnyOrderElementsOf(nodes)
                    .isSortedAccordingTo((left, right) -> Long.compare(left.deadline, right.deadline));
            deadlines.trim();
        }
    }

    @Test
    void aTableIsTrimmedWhenItIsEmpty() {
        CallTable<Node> table = new CallTable<>(Node[]::new);
        for (int round = 0; round < 3; round++) {
            List<Node> nodes = nodes(100);
            nodes.forEach(table::put);
            table.trim();
            assertThat(table.inOrder()).containsExactlyElementsOf(nodes);
            nodes.forEach(node -> assertThat(table.get(node.id)).isSameAs(node));
            nodes.forEach(table::remove);
            table.trim();
            assertThat(table.size()).isZero();
            assertThat(table.get(1)).isNull();
        }
    }

    @Test
    void aTableIsTrimmedOnlyWhenItHasGrown() {
        int[] allocated = {0};
        CallTable<Node> table = new CallTable<>(length -> {
            allocated[0] += length;
            return new Node[length];
        });
        table.trim();
        assertThat(allocated[0]).isEqualTo(16);
        List<Node> nodes = nodes(9);
        nodes.forEach(table::put);
        int grown = allocated[0];
        nodes.forEach(table::remove);
        table.trim();
        assertThat(allocated[0]).isEqualTo(grown + 16);
        table.trim();
        assertThat(allocated[0]).isEqualTo(grown + 16);
    }

    /** At most half of the places are taken: neighbours then stand side by side. */
    @Test
    void aTableGrowsBeforeItsPlacesAreRare() {
        int[] largest = {0};
        CallTable<Node> table = new CallTable<>(length -> {
            largest[0] = Math.max(largest[0], length);
            return new Node[length];
        });
        nodes(8).forEach(table::put);
        assertThat(largest[0]).isEqualTo(16);
        table.put(new Node(17, 0));
        assertThat(largest[0]).isEqualTo(32);
    }

    @Test
    void aQueueIsEmptyWithoutCalls() {
        CallQueue queue = new CallQueue();
        assertThat(queue.isEmpty()).isTrue();
        Node node = new Node(1, 0);
        queue.add(node);
        assertThat(queue.isEmpty()).isFalse();
        queue.remove(node);
        assertThat(queue.isEmpty()).isTrue();
    }
}
