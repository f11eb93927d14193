package io.rpcidl.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes large schemas as a company might have them: packages of some twenty files that import what a few of them hold, and in
 * each file a service, ten structs, and an enum, a union, an error, a named type and a constant that they use. What it writes
 * depends on its arguments alone.
 */
public final class SchemaGenerator {

    /** How many structs a file has. */
    public static final int STRUCTS = 10;

    private static final int FILES_OF_A_PACKAGE = 20;
    private static final int BASE = 4;
    private static final int METHODS = 8;

    private static final List<String> WORDS = List.of(
            "order",
            "line",
            "price",
            "customer",
            "address",
            "parcel",
            "stock",
            "invoice",
            "payment",
            "delivery",
            "warehouse",
            "ticket",
            "region",
            "quantity",
            "offer",
            "discount",
            "contract",
            "account",
            "ledger",
            "report");

    private static final List<String> SCALARS = List.of(
            "bool",
            "i8",
            "i16",
            "i32",
            "i64",
            "u8",
            "u16",
            "u32",
            "u64",
            "f32",
            "f64",
            "string",
            "bytes",
            "uuid",
            "timestamp",
            "duration",
            "decimal");

    private static final List<String> KEYS = List.of("string", "u32", "i64", "uuid");

    private final int files;
    private final long seed;

    /** A generator of schemas with so many files, as many services, and ten times as many structs. */
    public SchemaGenerator(int files, long seed) {
        this.files = files;
        this.seed = seed;
    }

    /** Writes all files below an import root. */
    public void write(Path root) throws IOException {
        for (int file = 0; file < files; file++) {
            Path path = root.resolve(path(file));
            Files.createDirectories(path.getParent());
            Files.writeString(path, source(file));
        }
    }

    private static String path(int file) {
        return "bench/area" + file / FILES_OF_A_PACKAGE + "/v1/" + word(file) + file + ".rpcidl";
    }

    private static String word(int index) {
        return WORDS.get(index % WORDS.size());
    }

    /** The text of one file, without the others having been made. */
    String source(int file) {
        Random random = new Random(seed * 1_000_003 + file);
        Part part = new Part(file, random, imports(file, random));
        part.header();
        part.small();
        for (int struct = 0; struct < STRUCTS; struct++) {
            part.struct(struct);
        }
        part.service();
        return part.text.toString();
    }

    /**
     * The first files of a package are its base and need nothing; each other one needs up to three of them, or of the base
     * of a package before. So what a service reaches does not grow with the schema.
     */
    private static List<Integer> imports(int file, Random random) {
        List<Integer> imported = new ArrayList<>();
        int area = file / FILES_OF_A_PACKAGE;
        for (int i = 0; i < 3 && file % FILES_OF_A_PACKAGE >= BASE; i++) {
            int from = random.nextInt(4) == 0 ? random.nextInt(area + 1) : area;
            int other = from * FILES_OF_A_PACKAGE + random.nextInt(BASE);
            if (!imported.contains(other)) {
                imported.add(other);
            }
        }
        return imported;
    }

    /** One file while it is written. Names carry its number, because Java has one folder for the files of a package. */
    private static final class Part {

        private final StringBuilder text = new StringBuilder();
        private final int file;
        private final Random random;
        private final List<Integer> imports;

        Part(int file, Random random, List<Integer> imports) {
            this.file = file;
            this.random = random;
            this.imports = imports;
        }

        void header() {
            line("rpcidl 1;");
            line("");
            line("/// Everything about the " + word(file) + "s of area " + file / FILES_OF_A_PACKAGE + ".");
            line("package bench.area" + file / FILES_OF_A_PACKAGE + ".v1;");
            line("");
            for (int imported : imports) {
                line("import \"" + path(imported) + "\" as other" + imported + ";");
            }
            line("");
        }

        void small() {
            line("/// The most that one request may ask for.");
            line("const u32 MAX_" + file + " = " + (1 + random.nextInt(1_000)) + ";");
            line("/// Names one of them.");
            line("type Id" + file + " = " + KEYS.get(random.nextInt(KEYS.size())) + ";");
            line("/// How far it has come.");
            line("enum State" + file + " {");
            for (int value = 0; value < 6; value++) {
                line("  /// The " + word(file + value) + " is on its way.");
                line("  " + word(file + value).toUpperCase(Locale.ROOT) + " = " + value + ";");
            }
            line("}");
            line("/// What may come with it.");
            line("union Choice" + file + " {");
            line("  1: Struct" + file + "x0 first;");
            line("  2: string text @max(MAX_" + file + ");");
            line("  3: nothing;");
            line("}");
            line("/// It is not there.");
            line("error Missing" + file + " rejects {");
            line("  1: Id" + file + " id;");
            line("  2: string? reason;");
            line("}");
        }

        void struct(int index) {
            line("/// A " + word(file + index) + " with what belongs to it.");
            line("///");
            line("/// It is `immutable`, and may be kept for as long as needed.");
            line("struct Struct" + file + "x" + index + " {");
            int fields = 4 + random.nextInt(9);
            for (int i = 0; index == 0 && i < imports.size(); i++) {
                fields++;
                line("  " + (i + 1) + ": " + structOf(imports.get(i)) + "? from" + imports.get(i) + ";");
            }
            for (int field = index == 0 ? imports.size() + 1 : 1; field <= fields; field++) {
                if (random.nextBoolean()) {
                    line("  /// The " + word(field) + " of this " + word(file + index) + ", as the customer sees it.");
                }
                line("  " + field + ": " + field() + ";");
            }
            line("  reserved " + (fields + 1) + ".." + (fields + 3) + ", \"gone\";");
            line("}");
        }

        private String field() {
            String name = word(random.nextInt(WORDS.size())) + random.nextInt(1_000_000);
            return switch (random.nextInt(12)) {
                case 0 -> "list<" + scalar() + "> " + name + " @max(MAX_" + file + ")";
                case 1 -> "map<" + KEYS.get(random.nextInt(KEYS.size())) + ", " + named() + "> " + name + " = []";
                case 2 -> "State" + file + " " + name + " = " + word(file).toUpperCase(Locale.ROOT);
                case 3 -> "Id" + file + " " + name;
                case 4, 5 -> named() + "? " + name;
                case 6 -> "string " + name + " = \"as usual\" @max(200)";
                case 7 -> "string? " + name + " @sensitive";
                default -> scalar() + (random.nextInt(4) == 0 ? "? " : " ") + name;
            };
        }

        private String scalar() {
            return SCALARS.get(random.nextInt(SCALARS.size()));
        }

        /** A struct of this file, or of an imported one. */
        private String named() {
            if (imports.isEmpty() || random.nextBoolean()) {
                return "Struct" + file + "x" + random.nextInt(STRUCTS);
            }
            return structOf(imports.get(random.nextInt(imports.size())));
        }

        private String structOf(int other) {
            return "other" + other + ".Struct" + other + "x" + random.nextInt(STRUCTS);
        }

        void service() {
            line("/// Keeps the " + word(file) + "s.");
            line("service Service" + file + " {");
            for (int method = 1; method <= METHODS; method++) {
                line("  /// Does the work on a " + word(method) + ", and says what came of it.");
                line("  " + method + ": " + method(method));
            }
            line("}");
        }

        private String method(int method) {
            String type = "Struct" + file + "x" + (method % STRUCTS);
            String name = word(method) + method;
            String raised = " throws 1: Missing" + file;
            return switch (method % 5) {
                case 0 -> "readonly stream<" + type + "> " + name + "(1: Id" + file + " id)" + raised + ";";
                case 1 -> "readonly " + type + "? " + name + "(1: Id" + file + " id)" + raised + " @deadline(2s);";
                case 2 -> "idempotent void " + name + "(1: " + type + " one, 2: u32 count = 1, 3: string? note);";
                case 3 -> "u32 " + name + "(1: string to, stream<" + type + "> all);";
                default ->
                    type + " " + name + "(1: Choice" + file + " choice, 2: list<" + type + "> all)" + raised + ";";
            };
        }

        private void line(String line) {
            text.append(line).append('\n');
        }
    }
}
