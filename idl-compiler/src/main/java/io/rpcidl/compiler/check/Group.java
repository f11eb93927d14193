package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Things that share names and numbers: the members of a definition, or the parameters of a method.
 *
 * @param firstNumber the smallest number that they can have
 */
record Group(List<? extends Member> members, List<ReservedDecl> reserved, int firstNumber) {

    static final int LAST_NUMBER = 65_535;

    /** All groups of a program, those of one file after another. */
    static List<Group> all(Program program) {
        List<Group> groups = new ArrayList<>();
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof Body body) {
                    int firstNumber = declaration instanceof EnumDecl ? 0 : 1;
                    groups.add(new Group(body.members(), body.reserved(), firstNumber));
                }
                if (declaration instanceof ServiceDecl service) {
                    service.members().forEach(method -> groups.add(new Group(method.parameters(), List.of(), 1)));
                }
            }
        }
        return groups;
    }

    /** All methods of a program. */
    static List<MethodDecl> methods(Program program) {
        return program.readable().stream()
                .flatMap(file -> file.declarations().stream())
                .filter(ServiceDecl.class::isInstance)
                .flatMap(service -> ((ServiceDecl) service).members().stream())
                .toList();
    }
}
