package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.introspection.RecentFailure;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentFailuresTest {

    private final RecentFailures failures = new RecentFailures();

    @Test
    void hasTheLatestFirst() {
        failures.add(10, "a", "first");
        failures.add(20, "b", "second");
        assertThat(failures.all(25))
                .containsExactly(
                        new RecentFailure(Duration.ofNanos(5), "b", "second"),
                        new RecentFailure(Duration.ofNanos(15), "a", "first"));
        assertThat(failures.all(15).get(0).age()).isZero();
    }

    @Test
    void keepsSixtyFour() {
        IntStream.range(0, 64).forEach(i -> failures.add(i, "", String.valueOf(i)));
        assertThat(failures.all(64)).hasSize(64);
        failures.add(64, "", "64");
        assertThat(failures.all(64)).hasSize(64);
        assertThat(failures.all(64).get(0).text()).isEqualTo("64");
        assertThat(failures.all(64).get(63).text()).isEqualTo("1");
    }

    @Test
    void showsForeignTextOnOneLine() {
        failures.add(0, "a\r\nb", "c\u001Bd");
        assertThat(failures.all(0).get(0).peer()).isEqualTo("a\\u000d\\u000ab");
        assertThat(failures.all(0).get(0).text()).isEqualTo("c\\u001bd");
    }
}
