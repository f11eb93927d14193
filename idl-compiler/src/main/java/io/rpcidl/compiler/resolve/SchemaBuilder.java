package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.ast.StructDecl;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a program that has passed all checks into the schema. */
public final class SchemaBuilder {

    private final Program program;
    private final SchemaMembers members;

    private SchemaBuilder(Program program) {
        this.program = program;
        this.members = new SchemaMembers(program);
    }

    /** The schema of a program. Must not be called when there was any error. */
    public static Schema build(Program program) {
        SchemaBuilder builder = new SchemaBuilder(program);
        return Schema.of(program.files().stream().map(builder::file).toList());
    }

    private SchemaFile file(LoadedFile loaded) {
        FileDecl file = loaded.file();
        String packageName = file.packageName();
        return new SchemaFile(
                file.source().path(),
                packageName,
                Annotations.javaPackage(file.packageDecl(), packageName),
                file.packageDecl() == null ? "" : file.packageDecl().documentation(),
                file.declarations().stream()
                        .map(declaration -> definition(declaration, packageName))
                        .toList(),
                loaded.requested());
    }

    private Definition definition(Declaration declaration, String packageName) {
        Head head = new Head(
                new QualifiedName(packageName, declaration.name().text()),
                declaration.documentation(),
                declaration.name().span(),
                Annotations.deprecation(declaration));
        if (declaration instanceof ConstantDecl constant) {
            return new Constant(
                    head.name(),
                    head.documentation(),
                    head.span(),
                    head.deprecation(),
                    Objects.requireNonNull(program.type(constant.type())),
                    Objects.requireNonNull(program.literal(constant.value())));
        }
        if (declaration instanceof NamedTypeDecl named) {
            return namedType(named, head);
        }
        if (declaration instanceof EnumDecl enumeration) {
            return new Enumeration(
                    head.name(),
                    head.documentation(),
                    head.span(),
                    head.deprecation(),
                    enumeration.closed(),
                    enumeration.members().stream().map(members::enumValue).toList(),
                    reserved(enumeration.reserved()));
        }
        if (declaration instanceof StructDecl struct) {
            return new Struct(
                    head.name(),
                    head.documentation(),
                    head.span(),
                    head.deprecation(),
                    struct.open(),
                    members.fields(struct.members()),
                    reserved(struct.reserved()));
        }
        return numbered(declaration, head);
    }

    private Definition numbered(Declaration declaration, Head head) {
        if (declaration instanceof UnionDecl union) {
            return new Union(
                    head.name(),
                    head.documentation(),
                    head.span(),
                    head.deprecation(),
                    union.members().stream().map(members::variant).toList(),
                    reserved(union.reserved()));
        }
        if (declaration instanceof ErrorDecl error) {
            return new DeclaredError(
                    head.name(),
                    head.documentation(),
                    head.span(),
                    head.deprecation(),
                    error.rejects(),
                    members.fields(error.members()),
                    reserved(error.reserved()));
        }
        ServiceDecl service = (ServiceDecl) declaration;
        MethodBuilder methods = new MethodBuilder(program, members);
        return new Service(
                head.name(),
                head.documentation(),
                head.span(),
                head.deprecation(),
                service.members().stream().map(methods::method).toList(),
                reserved(service.reserved()));
    }

    private NamedType namedType(NamedTypeDecl named, Head head) {
        Type.Of base = (Type.Of) Objects.requireNonNull(program.type(named.base()));
        return new NamedType(
                head.name(),
                head.documentation(),
                head.span(),
                head.deprecation(),
                base.scalar(),
                Annotations.max(named, program),
                Annotations.sensitive(named));
    }

    private static Reserved reserved(List<ReservedDecl> items) {
        List<Reserved.Range> ranges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ReservedDecl item : items) {
            if (item instanceof ReservedDecl.Numbers numbers) {
                int first = numbers.first().value().intValueExact();
                ranges.add(new Reserved.Range(first, numbers.last().value().intValueExact()));
            } else if (item instanceof ReservedDecl.ReservedName name) {
                names.add(name.name());
            }
        }
        ranges.sort(Comparator.comparingInt(Reserved.Range::first));
        return new Reserved(ranges, names);
    }

    /** What all definitions have in common. */
    private record Head(
            QualifiedName name,
            String documentation,
            Span span,
            @Nullable String deprecation) {}
}
