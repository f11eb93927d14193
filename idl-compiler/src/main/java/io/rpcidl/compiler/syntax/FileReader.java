package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.HeaderDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Edit;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.grammar.RpcidlParser.FileContext;
import io.rpcidl.grammar.RpcidlParser.FileMemberContext;
import io.rpcidl.grammar.RpcidlParser.ImportDeclarationContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.jspecify.annotations.Nullable;

/** Reads the parse tree of a file without syntax errors; here the order of header, package, imports and definitions counts. */
final class FileReader {

    private final SourceFile source;
    private final SyntaxErrors errors;
    private final Documentation documentation;
    private final ExpressionReader expressions;
    private final DeclarationReader reader;

    private final List<ImportDecl> imports = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private @Nullable HeaderDecl header;
    private @Nullable PackageDecl packageDecl;
    /** The package or the last import in its place: a late import belongs behind it. */
    private @Nullable Span lastBeforeDefinitions;

    FileReader(SourceFile source, SyntaxErrors errors, CommonTokenStream tokens) {
        this.source = source;
        this.errors = errors;
        this.documentation = new Documentation(tokens, errors);
        this.expressions = new ExpressionReader(errors);
        this.reader = new DeclarationReader(expressions, documentation);
    }

    FileDecl read(FileContext tree) {
        tree.fileMember().forEach(this::read);
        documentation.reportDangling();
        return new FileDecl(source, header, packageDecl, imports, declarations, false);
    }

    private void read(FileMemberContext member) {
        Span first = errors.span(member.getStart());
        if (member.header() != null) {
            if (!isFirst()) {
                Diagnostic late = wrong(first, "the header stands once, before everything else");
                errors.report(header == null ? late : late.label(header.span(), "the first header"));
            }
            header = new HeaderDecl(
                    expressions.integer(member.header().INTEGER().getSymbol()),
                    first.to(errors.span(member.getStop())));
        } else if (member.packageDeclaration() != null) {
            if (packageDecl != null || !imports.isEmpty() || !declarations.isEmpty()) {
                Diagnostic late = wrong(first, "the package stands once, right behind the header");
                errors.report(
                        packageDecl == null
                                ? late
                                : late.label(packageDecl.name().span(), "the first package"));
            }
            if (declarations.isEmpty()) {
                lastBeforeDefinitions = errors.span(member.getStop());
            }
            packageDecl = new PackageDecl(
                    expressions.dottedName(member.packageDeclaration().dottedName()),
                    expressions.annotations(member.packageDeclaration().annotation()),
                    documentation.before(member.getStart()));
        } else if (member.importDeclaration() != null) {
            ImportDecl wanted = read(member.importDeclaration());
            imports.add(wanted);
            if (declarations.isEmpty()) {
                lastBeforeDefinitions = wanted.statement();
            } else {
                reportLate(wanted, first);
            }
        } else {
            declarations.add(reader.read(member.definition()));
        }
    }

    private ImportDecl read(ImportDeclarationContext tree) {
        Name alias = expressions.name(tree.identifier());
        Span path = errors.span(tree.STRING().getSymbol());
        return new ImportDecl(expressions.string(tree.STRING().getSymbol()), alias, path, expressions.span(tree));
    }

    private boolean isFirst() {
        return header == null && packageDecl == null && imports.isEmpty() && declarations.isEmpty();
    }

    private void reportLate(ImportDecl wanted, Span first) {
        Diagnostic late = wrong(first, "imports stand before the first definition; move this one up");
        if (lastBeforeDefinitions == null) {
            errors.report(late);
            return;
        }
        Edit insertion = new Edit(
                lastBeforeDefinitions.behind(),
                source.lineEnd() + wanted.statement().text());
        Edit removal = new Edit(Removal.wholeLine(wanted.statement()), "");
        errors.report(late.fix(new Fix("move the import up", List.of(insertion, removal))));
    }

    private static Diagnostic wrong(Span span, String message) {
        return Diagnostic.of(Code.SYNTAX, span, message);
    }
}
