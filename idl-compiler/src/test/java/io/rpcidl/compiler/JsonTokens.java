package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.JsonRenderer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON without its layout. */
final class JsonTokens {

    private JsonTokens() {}

    /** All tokens of a document; fails when it is no JSON. */
    static List<String> of(String document) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
            while (parser.nextToken() != null) {
                tokens.add(parser.currentToken() + " " + parser.getString());
            }
        }
        return tokens;
    }

    /** What the compiler writes, with paths below a folder shortened. */
    static String render(List<Diagnostic> diagnostics, String folder) {
        return new JsonRenderer().text(diagnostics).replace(folder, "");
    }
}
