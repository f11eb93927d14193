package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of a folder at a revision. */
final class GitBaseline extends Baseline {

    /** Begins with no {@code -}, so it is no option; holds no {@code :} and no {@code ..}, so it names one commit. */
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_@][A-Za-z0-9_@{}./~^+-]{0,199}");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");

    /** {@code 100644 blob <id>\t<path>}; links and submodules have other modes. */
    private static final Pattern ENTRY = Pattern.compile("100(?:644|755) blob ([0-9a-f]{40,64})\t(.*)", Pattern.DOTALL);

    private static final Pattern BLOB = Pattern.compile("([0-9a-f]{40,64}) blob ([0-9]{1,10})");

    private final Path folder;
    private final String revision;
    private final GitCommand git;

    GitBaseline(Path folder, String revision) {
        this(folder, revision, "git");
    }

    /** For tests: with another program than git. */
    GitBaseline(Path folder, String revision, String program) {
        super(folder);
        this.folder = folder;
        this.revision = revision;
        this.git = new GitCommand(folder, program);
    }

    @Override
    public String name() {
        return "the revision " + Quote.of(revision) + " of " + Quote.of(folder.toString());
    }

    @Override
    public BaselineSources open() throws BaselineException {
        if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
            throw new BaselineException("that can't be the name of one revision; name a branch, a tag or a commit");
        }
        if (!Files.isDirectory(folder)) {
            throw new BaselineException("the folder does not exist");
        }
        List<Entry> entries = entries(commit());
        try {
            Unpacking unpacking = new Unpacking();
            BaselineSources sources = BaselineSources.unpacked(unpacking.folder());
            try {
                unpack(entries, unpacking);
            } catch (BaselineException | IOException | RuntimeException problem) {
                sources.close();
                throw problem;
            }
            return sources;
        } catch (IOException e) {
            throw new BaselineException("its sources can't be written to the folder for temporary files");
        }
    }

    private String commit() throws BaselineException {
        GitCommand.Result inside = git.run(new byte[0], List.of("rev-parse", "--is-inside-work-tree"));
        if (inside.code() != 0) {
            throw new BaselineException(
                    "the folder lies in no git repository that can be read: " + GitCommand.quoted(inside));
        }
        List<String> arguments =
                List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        GitCommand.Result result = git.run(new byte[0], arguments);
        String commit = result.text().strip();
        if (result.code() != 0 || !COMMIT.matcher(commit).matches()) {
            throw new BaselineException(
                    "the repository has no such revision; fetch it first, since nothing is fetched here");
        }
        return commit;
    }

    /** A source at the revision. */
    private record Entry(String id, String path) {}

    private List<Entry> entries(String commit) throws BaselineException {
        GitCommand.Result result = git.run(new byte[0], List.of("ls-tree", "-r", "-z", commit, "--"));
        if (result.code() != 0) {
            throw new BaselineException("its files can't be listed: " + GitCommand.quoted(result));
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : result.text().split("\0", -1)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && Unpacking.isSource(entry.group(2))) {
                entries.add(new Entry(entry.group(1), entry.group(2)));
            }
        }
        return entries;
    }

    private void unpack(List<Entry> entries, Unpacking unpacking) throws BaselineException, IOException {
        if (entries.isEmpty()) {
            return;
        }
        StringBuilder ids = new StringBuilder();
        entries.forEach(entry -> ids.append(entry.id()).append('\n'));
        byte[] input = ids.toString().getBytes(StandardCharsets.UTF_8);
        GitCommand.Result result = git.run(input, List.of("cat-file", "--batch"));
        if (result.code() != 0) {
            throw new BaselineException("its files can't be read: " + GitCommand.quoted(result));
        }
        byte[] output = result.output().toByteArray();
        int at = 0;
        for (Entry entry : entries) {
            int lineEnd = at;
            while (lineEnd < output.length && output[lineEnd] != '\n') {
                lineEnd++;
            }
            Matcher header = BLOB.matcher(new String(output, at, lineEnd - at, StandardCharsets.UTF_8));
            int start = lineEnd + 1;
            if (!header.matches() || !header.group(1).equals(entry.id())) {
                throw new BaselineException(
                        "the repository lacks the content of " + Quote.of(entry.path()) + "; fetch the revision whole");
            }
            long size = Long.parseLong(header.group(2));
            if (start + size >= output.length) {
                throw new BaselineException("git ended inside of " + Quote.of(entry.path()));
            }
            int kept = (int) Math.min(size, SourceReader.MAX_BYTES + 1L);
            unpacking.add(entry.path(), Arrays.copyOfRange(output, start, start + kept));
            at = (int) (start + size + 1);
        }
    }
}
