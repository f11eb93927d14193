package io.rpcidl.compiler.generate;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Schema;
import java.util.List;

/** Turns a schema into source files of one target language. */
public interface Backend {

    /**
     * Reports what this language cannot express: names that become equal once they are mapped, with both places, and
     * definitions that are too large. Only a schema without such reports may be given to {@link #generate}.
     */
    void check(Schema schema, Diagnostics diagnostics);

    /**
     * The files for everything that the schema's requested files define, sorted by path. The same schema gives the same
     * files, to the byte, whatever the clock, the locale and the machine.
     */
    List<GeneratedFile> generate(Schema schema);
}
