package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** A Java package is one that code can be generated into. */
final class JavaPackageRule implements Rule {

    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
    private static final int MAX_LENGTH = 200;

    @Override
    public Code code() {
        return Code.JAVA_PACKAGE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationDecl annotation : AnnotationUse.inPlace(Annotations.JAVA_PACKAGE, program)) {
            if (AnnotationArguments.only(annotation) instanceof StringLiteral text && !isLegal(text.value())) {
                String message = Quote.of(text.value()) + " is no Java package that code can be generated into";
                diagnostics.add(Diagnostic.of(Code.JAVA_PACKAGE, text.span(), message)
                        .help("use Java names with dots between them, such as \"com.acme.shop\""));
            }
        }
    }

    private static boolean isLegal(String name) {
        return name.length() <= MAX_LENGTH
                && PACKAGE.matcher(name).matches()
                && SourceVersion.isName(name, SourceVersion.RELEASE_17)
                && !name.equals("java")
                && !name.startsWith("java.")
                && Stream.of(name.split("\\.")).noneMatch(PackageNames::isDevice);
    }
}
