package io.rpcidl.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageScanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            rpcidl 1; package a;                                     | 1
            rpcidl 1; package a.b_2.v1 @java.package("x.y");         | 3
            package a . b . c;                                       | 3
            /* package x.y.z; */ package a;                          | 1
            /* open                                                  | 0
            import "p/a.rpcidl" as package; package a.b;             | 2
            import "; package x;" as a; package a.b;                 | 2
            import "a\\"; package x.y.z;" as a; package b;           | 1
            import "open; package x.y.z;                             | 0
            struct A { 1: i32 package; } package a.b;                | 2
            struct A { package x.y; }                                | 0
            struct { 1: broken package x;                            | 0
            package                                                  | 0
            package a.                                               | 1
            packages a.b;                                            | 0
            """)
    void countsTheSegmentsOfThePackage(String source, int segments) {
        assertThat(new PackageScan(source).segments()).isEqualTo(segments);
    }

    @Test
    void looksBehindCommentsWithAnyLineEnds() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(new PackageScan("// package x;" + end + "/// package y;" + end + "package a.b;").segments())
                    .isEqualTo(2);
        }
    }

    /** Nothing throws, wherever a source is cut off. */
    @Test
    void readsAnyBeginningOfASource() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        for (int end = 0; end <= page.length(); end++) {
            assertThat(new PackageScan(page.substring(0, end)).segments()).isNotNegative();
        }
    }
}
