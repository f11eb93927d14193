package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The table, the heap and the queue of calls do what the collections of the JDK do. */
class TableProperties {

    private static final class Node extends CallNode {
        Node(int id, long deadline) {
            super(deadline);
            this.id = id;
        }
    }

    @Property(tries = 200)
    void tableFindsWhatWasPutAndNotRemoved(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int range) {
        Random random = new Random(seed);
        CallTable<Node> table = new CallTable<>(Node[]::new);
        Map<Integer, Node> expected = new HashMap<>();
        for (int step = 0; step < 1_000; step++) {
            int id = 1 + 2 * random.nextInt(range) * (random.nextBoolean() ? 1 : 1 << 20);
            Node known = expected.remove(id);
            if (known != null) {
                table.remove(known);
            } else {
                Node node = new Node(id, CallNode.NO_DEADLINE);
                expected.put(id, node);
                table.put(node);
            }
            assertThat(table.get(id)).isSameAs(expected.get(id));
        }
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((id, node) -> assertThat(table.get(id)).isSameAs(node));
        assertThat(table.inOrder())
                .containsExactlyInAnyOrderElementsOf(expected.values())
                .isSortedAccordingTo((left, right) -> Integer.compareUnsigned(left.id, right.id));
    }

    @Property(tries = 200)
    void deadlinesComeInOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int outOfOrder) {
        Random random = new Random(seed);
        Deadlines deadlines = new Deadlines();
        List<Node> expected = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            if (random.nextInt(3) > 0 || expected.isEmpty()) {
                Node node = new Node(step, random.nextInt(10) < outOfOrder ? random.nextInt(500) : step);
                deadlines.add(node);
                expected.add(node);
            } else {
                Node node = expected.remove(random.nextInt(expected.size()));
                deadlines.remove(node);
                deadlines.remove(node);
            }
            assertThat(deadlines.next())
                    .isEqualTo(expected.stream()
                            .mapToLong(node -> node.deadline)
                            .min()
                            .orElse(CallNode.NO_DEADLINE));
        }
        long last = 0;
        for (int left = expected.size(); left > 0; left--) {
            CallNode node = deadlines.poll(500);
            assertThat(node.deadline).isGreaterThanOrEqualTo(last);
            last = node.deadline;
        }
        assertThat(deadlines.poll(500)).isNull();
    }

    @Property(tries = 100)
    void queueKeepsItsOrder(@ForAll long seed) {
        Random random = new Random(seed);
        CallQueue queue = new CallQueue();
        List<Node> expected = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            if (random.nextBoolean() || expected.isEmpty()) {
                Node node = new Node(step, CallNode.NO_DEADLINE);
                queue.add(node);
                expected.add(node);
            } else {
                queue.remove(expected.remove(random.nextInt(expected.size())));
            }
            assertThat(queue.size()).isEqualTo(expected.size());
            assertThat(queue.first()).isSameAs(expected.isEmpty() ? null : expected.get(0));
        }
        for (Node node : expected) {
            assertThat(queue.first()).isSameAs(node);
            queue.remove(node);
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
