package io.rpcidl.cli;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.schema.json.DescriptorJson;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code rpcidl describe}: the schema for programs, or what it comes to on the wire. */
final class DescribeCommand implements Command {

    private static final Option OUTPUT = Option.value(
                    "--output", "FILE", "Write the descriptor to a file, in rpcidl's own encoding, instead of as JSON.")
            .orShort("-o");

    private static final Option HASH = Option.flag(
            "--hash",
            "Print instead the hash of the wire contract of each service and, as `schema`, of all sources together.");

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Print the descriptor of sources and of all that they import, as JSON.",
                "Warnings are not shown; `rpcidl check` has them.");
    }

    @Override
    public Syntax syntax() {
        return SourceOptions.with(OUTPUT, HASH);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException, IOException {
        if (arguments.has(HASH) && arguments.has(OUTPUT)) {
            throw new UsageException("`--hash` and `--output` exclude each other; a hash is printed");
        }
        Report report = Report.of(arguments, session);
        CompileResult result = new RpcidlCompiler(List.of()).compile(SourceOptions.request(arguments, session, null));
        Schema schema = result.schema();
        if (schema == null || !result.succeeded()) {
            report.print(result.diagnostics());
            return Report.exitCode(result.diagnostics());
        }
        SchemaDescriptor descriptor = Describer.describe(schema);
        if (arguments.has(HASH)) {
            printHashes(schema, descriptor, session);
        } else if (arguments.has(OUTPUT)) {
            OutputFile.write(
                    session.path(arguments.value(OUTPUT, "")),
                    SchemaDescriptors.write(descriptor).toByteArray());
            report.print(List.of());
        } else {
            session.out().print(DescriptorJson.write(descriptor));
        }
        return ExitCode.FINE;
    }

    /** One a line, the hash first, as tools for checksums do. */
    private static void printHashes(Schema schema, SchemaDescriptor descriptor, Session session) {
        SchemaIndex index = SchemaIndex.of(descriptor);
        for (String service : services(schema)) {
            session.out().print(SchemaHash.of(index, service) + "  " + service + "\n");
        }
        session.out().print(SchemaHash.of(index) + "  schema\n");
    }

    private static SortedSet<String> services(Schema schema) {
        SortedSet<String> names = new TreeSet<>();
        for (SchemaFile file : schema.files()) {
            for (Definition definition : file.definitions()) {
                if (file.requested() && definition instanceof Service) {
                    names.add(definition.name().toString());
                }
            }
        }
        return names;
    }
}
