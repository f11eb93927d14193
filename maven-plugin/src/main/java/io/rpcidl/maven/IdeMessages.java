package io.rpcidl.maven;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.LineIndex;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** Diagnostics as markers in the files of an editor, and news about generated files, when the build runs inside of one. */
final class IdeMessages {

    private final BuildContext context;
    private final File project;

    /** Messages about what is no file of the project's are shown at the project. */
    IdeMessages(BuildContext context, File project) {
        this.context = context;
        this.project = project;
    }

    /** Replaces the messages of earlier runs. Maven's own context would only repeat in the log what stands there. */
    void show(Collection<Path> sources, List<Diagnostic> diagnostics) {
        if (context instanceof DefaultBuildContext) {
            return;
        }
        context.removeMessages(project);
        sources.forEach(source -> context.removeMessages(source.toFile()));
        diagnostics.forEach(this::show);
    }

    /** Says that files below a folder are other ones now. */
    void refresh(Path folder) {
        context.refresh(folder.toFile());
    }

    private void show(Diagnostic diagnostic) {
        LineIndex index = new LineIndex(diagnostic.span().file());
        String location = diagnostic.span().file().location();
        File file = new File(location);
        boolean error = diagnostic.severity() == Severity.ERROR;
        String help = diagnostic.help() == null ? "" : "; help: " + diagnostic.help();
        String where = file.isFile() ? "" : location + ": ";
        context.addMessage(
                file.isFile() ? file : project,
                index.line(diagnostic.span().start()),
                index.column(diagnostic.span().start()),
                where + diagnostic.code().id() + " " + diagnostic.message() + help,
                error ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                null);
    }
}
