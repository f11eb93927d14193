package io.rpcidl.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

    private static final SourceFile FILE = new SourceFile("a", "dir/a", "one\n\uD83D\uDE00 two\n");

    @Test
    void writesAnEmptyDocument() {
        assertThat(json()).isEqualTo("{\"diagnostics\":[]}\n");
    }

    @Test
    void writesEveryMember() {
        Diagnostic full = Diagnostic.of(Code.DUPLICATE_NAME, new Span(FILE, 7, 10), "a message")
                .label(new Span(FILE, 0, 3), "over here")
                .help("do this")
                .fix(Fix.replace("call it `2`", new Span(FILE, 7, 10), "2"));

        assertThat(json(full)).isEqualTo("""
                        {"diagnostics":[{"code":"RPC0206","severity":"error","message":"a message",\
                        "file":"dir/a","span":{"start":{"offset":7,"line":2,"column":3},\
                        "end":{"offset":10,"line":2,"column":6}},\
                        "labels":[{"message":"over here","file":"dir/a","span":\
                        {"start":{"offset":0,"line":1,"column":1},"end":{"offset":3,"line":1,"column":4}}}],\
                        "help":"do this","fix":{"description":"call it `2`","edits":[{"file":"dir/a","span":\
                        {"start":{"offset":7,"line":2,"column":3},"end":{"offset":10,"line":2,"column":6}},\
                        "replacement":"2"}]},"page":"docs/diagnostics/RPC0206.md"}]}
                        """);
    }

    @Test
    void writesWhatIsAbsentAsNull() {
        Diagnostic bare = Diagnostic.of(Code.UNUSED_IMPORT, new Span(FILE, 0, 0), "a message");

        assertThat(json(bare))
                .contains("\"severity\":\"warning\"", "\"labels\":[],\"help\":null,\"fix\":null,\"page\":");
    }

    @Test
    void isAsciiWhateverTheSourceHolds() {
        String hostile = "\u001B[31m\u202E\u2028\uD800\u00E9\"\\\n";
        SourceFile file = new SourceFile(hostile, hostile, hostile);
        Diagnostic diagnostic = Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 0, 1), hostile)
                .label(new Span(file, 0, 1), hostile)
                .help(hostile)
                .fix(Fix.insert(hostile, new Span(file, 0, 0), hostile));

        assertThat(json(diagnostic)).matches("[ -~]*\n").contains("\\u202E", "\\uD800");
    }

    @Test
    void endsASpanBehindTheLastLine() {
        SourceFile file = new SourceFile("a", "a", "x\n");

        assertThat(json(Diagnostic.of(Code.SYNTAX, new Span(file, 2, 2), "a message")))
                .contains("{\"offset\":2,\"line\":2,\"column\":1}");
    }

    private static String json(Diagnostic... diagnostics) {
        return new JsonRenderer().text(List.of(diagnostics));
    }
}
