package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.model.QualifiedName;

/** A declaration with the file that holds it. */
public record Declared(FileDecl file, Declaration declaration) {

    /** The name that other packages know it by. */
    public QualifiedName name() {
        return new QualifiedName(file.packageName(), declaration.name().text());
    }
}
