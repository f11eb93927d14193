package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.regex.Pattern;

/** Every source has a package, its segments can be folders on any platform, and it lies in that folder. */
final class PackageRule implements Rule {

    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9_]*");
    /** Windows has devices instead of folders with these names. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final int MAX_LENGTH = 200;

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            PackageDecl declared = file.packageDecl();
            if (declared == null) {
                diagnostics.add(Diagnostic.of(Code.PACKAGE_MISSING, file.start(), "the source has no package")
                        .help("write the folder of the file below its root, such as `package shop.orders.v1;`"));
            } else if (names(declared, diagnostics)) {
                folder(file, declared, diagnostics);
            }
        }
    }

    private static boolean names(PackageDecl declared, Diagnostics diagnostics) {
        for (Name segment : declared.name().parts()) {
            String text = segment.text();
            if (!SEGMENT.matcher(text).matches() || DEVICE.matcher(text).matches()) {
                String message = "the package segment " + Quote.of(text) + " can't be a folder everywhere";
                diagnostics.add(Diagnostic.of(Code.PACKAGE_NAME, segment.span(), message)
                        .help("use lower case letters, digits and `_`, starting with a letter, and no device name"));
                return false;
            }
        }
        if (declared.name().text().length() > MAX_LENGTH) {
            String message = "the package name is longer than 200 characters; shorten it";
            diagnostics.add(Diagnostic.of(Code.PACKAGE_NAME, declared.name().span(), message));
            return false;
        }
        return true;
    }

    private static void folder(FileDecl file, PackageDecl declared, Diagnostics diagnostics) {
        String path = file.source().path();
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        if (!folder.equals(declared.name().text().replace('.', '/'))) {
            String where = folder.isEmpty() ? "the root itself" : "the folder " + Quote.of(folder);
            String message = "the package is " + Quote.of(declared.name().text()) + ", but the file lies in " + where;
            diagnostics.add(Diagnostic.of(Code.PACKAGE_FOLDER, declared.name().span(), message)
                    .help("move the file, or name the package after its folder"));
        }
    }
}
