package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** One run of the compiler, unless it would come to what the last one came to, with everything it has to say. */
final class Generation {

    private final RpcidlCompiler compiler;
    private final Log log;
    private final IdeMessages ide;

    Generation(RpcidlCompiler compiler, Log log, IdeMessages ide) {
        this.compiler = compiler;
        this.log = log;
        this.ide = ide;
    }

    /**
     * Generates Java for the sources, or nothing at all when one of them has an error.
     *
     * @param plugin which plugin runs, a line for each part of it
     * @param check whether to look first if there is anything to do
     * @throws MojoFailureException with the number of errors, which are in the log by then
     */
    void run(Folders folders, List<String> plugin, boolean check) throws MojoExecutionException, MojoFailureException {
        try {
            LastRun last = LastRun.read(folders.output());
            if (folders.exist()) {
                generate(folders, parameters(folders, plugin), last, check);
            } else {
                cleanUp(folders, last);
            }
        } catch (IOException e) {
            throw new MojoExecutionException("the state of " + folders.output() + " can't be kept: " + e, e);
        }
    }

    private void generate(Folders folders, List<String> parameters, @Nullable LastRun last, boolean check)
            throws IOException, MojoFailureException {
        CompileRequest request = new CompileRequest(List.of(folders.sources()), folders.imports(), folders.output());
        Inputs before = last == null ? Inputs.none() : last.inputs();
        SortedMap<String, String> now = Inputs.stamps(before.digests().keySet());
        Map<String, String> inputs =
                RpcidlCompiler.inputs(request, last == null ? List.of() : last.imported(), before.unchanged(now));
        if (check && last != null && isCurrent(last, parameters, inputs, folders.output())) {
            if (!now.equals(before.stamps())) {
                last.rewrite(folders.output(), now);
            }
            last.warnings().forEach(log::warn);
            log.info("nothing has changed since Java was generated in " + folders.output());
            return;
        }
        CompileResult result = compiler.compile(request);
        DiagnosticLog diagnostics = new DiagnosticLog(log);
        int errors = diagnostics.report(result.diagnostics());
        ide.show(sources(inputs, last), result.diagnostics());
        Schema schema = result.schema();
        if (!result.succeeded() || schema == null) {
            throw new MojoFailureException(
                    DiagnosticLog.count(errors) + " in " + folders.sources() + "; nothing was generated");
        }
        log.info("generated Java in " + folders.output() + ": "
                + result.written().size() + " files written, "
                + result.deleted().size() + " deleted");
        List<String> imported = imported(schema);
        SortedMap<String, String> stamps = Inputs.stamps(inputs == null ? List.of() : inputs.keySet());
        SortedMap<String, String> read = RpcidlCompiler.inputs(request, imported);
        if (last != null && read != null) {
            new EmbeddedSources(folders.sources(), folders.classes())
                    .removeStale(last.inputs().digests(), read);
        }
        if (read != null && inputs != null && noneChanged(folders, inputs, read)) {
            List<String> warnings = diagnostics.lines(result.diagnostics());
            LastRun run = new LastRun(parameters, new Inputs(read, stamps), imported, warnings, List.of());
            LastRun.write(folders.output(), run, RpcidlCompiler.outputs(folders.output()));
        } else {
            LastRun.forget(folders.output());
        }
        ide.refresh(folders.output());
    }

    /** The folder with sources is gone. What was generated from it goes too, but not what came from another folder. */
    private void cleanUp(Folders folders, @Nullable LastRun last) throws IOException, MojoFailureException {
        log.info("nothing to generate: " + folders.sources() + " does not exist");
        if (last == null || !last.parameters().contains(sources(folders))) {
            return;
        }
        CompileResult result = compiler.compile(new CompileRequest(List.of(), List.of(), folders.output()));
        if (new DiagnosticLog(log).report(result.diagnostics()) > 0) {
            throw new MojoFailureException(folders.output() + " holds files of sources that are gone");
        }
        new EmbeddedSources(folders.sources(), folders.classes())
                .removeStale(last.inputs().digests(), Map.of());
        LastRun.forget(folders.output());
        log.info("deleted " + result.deleted().size() + " files that were generated earlier");
        ide.refresh(folders.output());
    }

    private static boolean isCurrent(
            LastRun last, List<String> parameters, @Nullable Map<String, String> inputs, Path output) {
        return last.parameters().equals(parameters)
                && last.inputs().digests().equals(inputs)
                && last.outputs().parallelStream().allMatch(stamp -> stamp.holds(output));
    }

    /** Whether nobody edited a file while the compiler ran; imports that are new, or gone, can't be compared. */
    private static boolean noneChanged(Folders folders, Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream().allMatch(file -> {
            String now = after.get(file.getKey());
            return now == null ? !Path.of(file.getKey()).startsWith(folders.sources()) : now.equals(file.getValue());
        });
    }

    private static List<String> parameters(Folders folders, List<String> plugin) {
        List<String> parameters = new ArrayList<>(plugin);
        parameters.add(sources(folders));
        folders.imports().forEach(root -> parameters.add("imports " + root));
        return parameters;
    }

    private static String sources(Folders folders) {
        return "sources " + folders.sources();
    }

    private static List<String> imported(Schema schema) {
        return schema.files().stream()
                .filter(file -> !file.requested())
                .map(SchemaFile::path)
                .toList();
    }

    /** Every file that may have a message from this run or the last one. */
    private static Collection<Path> sources(@Nullable Map<String, String> inputs, @Nullable LastRun last) {
        SortedMap<String, String> all = new TreeMap<>(inputs == null ? Map.of() : inputs);
        all.putAll(last == null ? Map.of() : last.inputs().digests());
        return all.keySet().stream().map(Path::of).toList();
    }
}
