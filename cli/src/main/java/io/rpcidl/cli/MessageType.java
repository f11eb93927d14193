package io.rpcidl.cli;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.json.JsonForm;
import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.MessageForm;
import io.rpcidl.json.dump.MessageDump;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import java.util.List;

/**
 * The type of message that the arguments name.
 *
 * @param form octets and JSON
 * @param dump octets, explained
 */
record MessageType(MessageForm form, MessageDump dump) {

    /** Sources that have errors, which are the command's findings. */
    static final class BrokenSources extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<Diagnostic> diagnostics;

        BrokenSources(List<Diagnostic> diagnostics) {
            super(null, null, false, false);
            this.diagnostics = List.copyOf(diagnostics);
        }

        /** Reports them; returns the exit code. */
        int print(Report report) {
            report.print(diagnostics);
            return Report.exitCode(diagnostics);
        }
    }

    /** Compiles the sources and finds the type in them. */
    static MessageType of(Arguments arguments, Session session) throws UsageException, BrokenSources {
        List<String> sources = arguments.values(MessageOptions.SOURCE);
        CompileResult result =
                new RpcidlCompiler(List.of()).compile(SourceOptions.request(sources, arguments, session, null));
        Schema schema = result.schema();
        if (schema == null || !result.succeeded()) {
            throw new BrokenSources(result.diagnostics());
        }
        try {
            return of(arguments, Describer.describe(schema));
        } catch (JsonFormException e) {
            throw new UsageException(e.problem());
        }
    }

    private static MessageType of(Arguments arguments, SchemaDescriptor descriptor) {
        JsonForm forms = JsonForm.of(descriptor);
        SchemaIndex index = SchemaIndex.of(descriptor);
        if (arguments.has(MessageOptions.METHOD)) {
            String method = arguments.value(MessageOptions.METHOD, "");
            return arguments.has(MessageOptions.RESULT)
                    ? new MessageType(forms.result(method), MessageDump.result(index, method))
                    : new MessageType(forms.parameters(method), MessageDump.parameters(index, method));
        }
        String type = arguments.value(MessageOptions.TYPE, "").replace(" ", "");
        DefinitionSchema definition = index.find(type);
        if (definition instanceof DefinitionSchema.OfStruct || definition instanceof DefinitionSchema.OfError) {
            return new MessageType(forms.message(type), MessageDump.message(index, type));
        }
        MessageForm value = forms.value(type);
        return new MessageType(value, MessageDump.value(index, TypeName.parse(type)));
    }
}
