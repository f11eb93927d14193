package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.compat.DefinitionNames;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Element;
import io.rpcidl.schema.compat.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lock files of one compilation, and what they say of its schema. */
public final class Locks {

    /** What a user runs to bring lock files up to date. */
    static final String COMMAND = "run `rpcidl lock` and commit what it writes";

    private final Map<String, Lock> byPath;

    private Locks(Map<String, Lock> byPath) {
        this.byPath = new TreeMap<>(byPath);
    }

    /** The locks of sources; a definition that two of them hold is reported, and then there are none. */
    static @Nullable Locks of(List<Lock> locks, Diagnostics diagnostics) {
        Map<String, Lock> byPath = new TreeMap<>();
        Map<String, LockLine> heads = new TreeMap<>();
        boolean sound = true;
        for (Lock lock : locks) {
            byPath.put(lock.path(), lock);
            for (LockLine line : lock.lines().values()) {
                String name = lock.packageName() + "." + line.key().definition();
                boolean live = line.key().role() == LockKey.Role.DEFINITION && !line.removed();
                LockLine earlier = live ? heads.putIfAbsent(name, line) : null;
                if (earlier != null && earlier.span() != null && line.span() != null) {
                    diagnostics.add(
                            Diagnostic.of(Code.LOCK_FORMAT, line.span(), "two lock files hold " + Quote.of(name))
                                    .label(earlier.span(), "the other one")
                                    .help("delete its lines from the file that no longer defines it"));
                    sound = false;
                }
            }
        }
        return sound ? new Locks(byPath) : null;
    }

    /** Whether there is no lock file at all: then nothing is checked. */
    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    /**
     * The schema as it was when the locks were written. What has no lock is taken to be as it is now, so that it is not
     * reported as new.
     *
     * @param newer the schema as it is
     */
    public SchemaDescriptor older(SchemaDescriptor newer) {
        List<FileSchema> files =
                new ArrayList<>(byPath.values().stream().map(Descriptors::of).toList());
        Set<String> locked = new HashSet<>();
        byPath.values()
                .forEach(lock -> lock.lines()
                        .values()
                        .forEach(line ->
                                locked.add(lock.packageName() + "." + line.key().definition())));
        for (FileSchema file : newer.files()) {
            if (!byPath.containsKey(file.path())) {
                List<DefinitionSchema> rest = file.definitions().stream()
                        .filter(definition ->
                                !locked.contains(file.packageName() + "." + DefinitionNames.of(definition)))
                        .toList();
                files.add(file.toBuilder().definitions(rest).build());
            }
        }
        return new SchemaDescriptor(files);
    }

    /** What this schema uses though it was given up, with the lines that say so. */
    public List<Retired> retired(SchemaDescriptor newer) {
        List<Retired> found = new ArrayList<>();
        Map<String, LockLine> removed = new TreeMap<>();
        for (Lock lock : byPath.values()) {
            for (LockLine line : lock.lines().values()) {
                if (line.removed() && line.key().role() == LockKey.Role.MEMBER) {
                    removed.put(lock.packageName() + "." + line.key().text(), line);
                }
            }
        }
        if (removed.isEmpty()) {
            return List.of();
        }
        for (FileSchema file : newer.files()) {
            for (LockLine line : Lines.of(file).values()) {
                LockLine before =
                        removed.get(file.packageName() + "." + line.key().text());
                if (before != null && before.span() != null) {
                    found.add(new Retired(
                            file.packageName() + "." + line.key().definition(),
                            line.key().number(),
                            line.key().partNumber(),
                            line.content(),
                            before.content(),
                            before.span()));
                }
            }
        }
        return found;
    }

    /**
     * A number that was given up and is used again.
     *
     * @param definition in full
     * @param number of the member
     * @param part number of the parameter or declared error, or -1 when it is the member itself
     * @param now what has it now, as a lock says it
     * @param before what had it
     * @param line that says so
     */
    public record Retired(String definition, int number, int part, String now, String before, Span line) {}

    /** The locks as they should be, by path: nothing that was ever used is missing. */
    public Map<String, Lock> updated(SchemaDescriptor newer, List<Finding> findings) {
        return new LockUpdate(byPath, findings).of(newer);
    }

    /** Locks whose source is gone. */
    public List<SourceFile> withoutSource(SchemaDescriptor newer) {
        Set<String> paths = new HashSet<>();
        newer.files().forEach(file -> paths.add(file.path()));
        List<SourceFile> gone = new ArrayList<>();
        byPath.forEach((path, lock) -> {
            if (!paths.contains(path) && lock.file() != null) {
                gone.add(lock.file());
            }
        });
        return gone;
    }

    /** The text that was read for a source, or null when it has no lock file. */
    public @Nullable String text(String path) {
        Lock lock = byPath.get(path);
        SourceFile file = lock == null ? null : lock.file();
        return file == null ? null : file.text().replace("\r\n", "\n");
    }

    /** The line about an element, or about the nearest thing that holds it, or null. */
    public @Nullable Span line(Element element) {
        for (Lock lock : byPath.values()) {
            String prefix = lock.packageName() + ".";
            if (element.definition().startsWith(prefix)) {
                LockLine line = line(lock, element.definition().substring(prefix.length()), element);
                if (line != null) {
                    return line.span();
                }
            }
        }
        return null;
    }

    private static @Nullable LockLine line(Lock lock, String definition, Element element) {
        LockLine line = lock.lines().get(LockKey.head(definition));
        Element.Member member = element.member();
        if (line == null || member == null) {
            return line;
        }
        LockKey key = LockKey.member(definition, member.number());
        LockLine exact = lock.lines().get(key);
        Element.Member part = element.part();
        if (exact == null || part == null) {
            return exact == null ? line : exact;
        }
        LockKey partKey = switch (part.role()) {
            case PARAMETER -> key.part(LockKey.Part.PARAMETER, part.number());
            case RAISED -> key.part(LockKey.Part.THROWS, part.number());
            case UPLOAD -> key.part(LockKey.Part.STREAM, -1);
            default -> key;
        };
        return lock.lines().getOrDefault(partKey, exact);
    }
}
