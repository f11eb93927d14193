package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.ast.StructDecl;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.grammar.RpcidlParser.ConstantDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.DefinitionContext;
import io.rpcidl.grammar.RpcidlParser.EnumDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.EnumMemberContext;
import io.rpcidl.grammar.RpcidlParser.ErrorDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.NamedTypeDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.ReservedContext;
import io.rpcidl.grammar.RpcidlParser.ServiceDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.ServiceMemberContext;
import io.rpcidl.grammar.RpcidlParser.StructBodyContext;
import io.rpcidl.grammar.RpcidlParser.StructDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.StructMemberContext;
import io.rpcidl.grammar.RpcidlParser.UnionDefinitionContext;
import io.rpcidl.grammar.RpcidlParser.UnionMemberContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads the definitions of a file. */
final class DeclarationReader {

    private final ExpressionReader expressions;
    private final Documentation documentation;
    private final MemberReader members;

    DeclarationReader(ExpressionReader expressions, Documentation documentation) {
        this.expressions = expressions;
        this.documentation = documentation;
        this.members = new MemberReader(expressions, documentation);
    }

    Declaration read(DefinitionContext tree) {
        String text = documentation.before(tree.getStart());
        if (tree.constantDefinition() != null) {
            return constant(tree.constantDefinition(), text);
        }
        if (tree.namedTypeDefinition() != null) {
            return namedType(tree.namedTypeDefinition(), text);
        }
        if (tree.enumDefinition() != null) {
            return enumeration(tree.enumDefinition(), text);
        }
        if (tree.structDefinition() != null) {
            return struct(tree.structDefinition(), text);
        }
        if (tree.unionDefinition() != null) {
            return union(tree.unionDefinition(), text);
        }
        if (tree.errorDefinition() != null) {
            return error(tree.errorDefinition(), text);
        }
        return service(tree.serviceDefinition(), text);
    }

    private ConstantDecl constant(ConstantDefinitionContext tree, String text) {
        return new ConstantDecl(
                expressions.name(tree.identifier()),
                expressions.type(tree.type()),
                expressions.literal(tree.literal()),
                expressions.annotations(tree.annotation()),
                text);
    }

    private NamedTypeDecl namedType(NamedTypeDefinitionContext tree, String text) {
        return new NamedTypeDecl(
                expressions.name(tree.identifier()),
                expressions.type(tree.type()),
                expressions.annotations(tree.annotation()),
                text);
    }

    private EnumDecl enumeration(EnumDefinitionContext tree, String text) {
        List<EnumMemberContext> inside = tree.enumBody().enumMember();
        return new EnumDecl(
                expressions.name(tree.identifier()),
                tree.CLOSED() != null,
                present(inside, EnumMemberContext::enumValue, members::enumValue),
                reserved(present(inside, EnumMemberContext::reserved, Function.identity())),
                expressions.annotations(tree.annotation()),
                text);
    }

    private StructDecl struct(StructDefinitionContext tree, String text) {
        StructBodyContext body = tree.structBody();
        return new StructDecl(
                expressions.name(tree.identifier()),
                tree.OPEN() != null,
                present(body.structMember(), StructMemberContext::field, members::field),
                reserved(present(body.structMember(), StructMemberContext::reserved, Function.identity())),
                expressions.annotations(tree.annotation()),
                text);
    }

    private ErrorDecl error(ErrorDefinitionContext tree, String text) {
        StructBodyContext body = tree.structBody();
        return new ErrorDecl(
                expressions.name(tree.identifier()),
                tree.REJECTS() != null,
                present(body.structMember(), StructMemberContext::field, members::field),
                reserved(present(body.structMember(), StructMemberContext::reserved, Function.identity())),
                expressions.annotations(tree.annotation()),
                text);
    }

    private UnionDecl union(UnionDefinitionContext tree, String text) {
        List<UnionMemberContext> inside = tree.unionBody().unionMember();
        return new UnionDecl(
                expressions.name(tree.identifier()),
                present(inside, UnionMemberContext::variant, members::variant),
                reserved(present(inside, UnionMemberContext::reserved, Function.identity())),
                expressions.annotations(tree.annotation()),
                text);
    }

    private ServiceDecl service(ServiceDefinitionContext tree, String text) {
        List<ServiceMemberContext> inside = tree.serviceBody().serviceMember();
        return new ServiceDecl(
                expressions.name(tree.identifier()),
                present(inside, ServiceMemberContext::method, members::method),
                reserved(present(inside, ServiceMemberContext::reserved, Function.identity())),
                expressions.annotations(tree.annotation()),
                text);
    }

    private List<ReservedDecl> reserved(List<ReservedContext> trees) {
        return trees.stream()
                .flatMap(tree -> tree.reservedItem().stream())
                .map(members::reserved)
                .toList();
    }

    /** Reads those members that are of one kind. */
    private static <M, K, R> List<R> present(List<M> members, Function<M, K> kind, Function<K, R> read) {
        return members.stream().map(kind).filter(Objects::nonNull).map(read).toList();
    }
}
