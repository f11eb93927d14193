package io.rpcidl.compiler.model;

import java.util.List;

/**
 * One source file, resolved.
 *
 * @param path the path below its import root, with {@code /}, such as {@code shop/orders/v1/orders.rpcidl}
 * @param packageName the rpcidl package
 * @param javaPackage the Java package: {@code @java.package}, else the rpcidl package
 * @param documentation the Markdown of the package declaration, empty when there is none
 * @param definitions the definitions in the order in which they were declared
 * @param requested whether code is to be generated for it, or it was only imported
 */
public record SchemaFile(
        String path,
        String packageName,
        String javaPackage,
        String documentation,
        List<Definition> definitions,
        boolean requested) {

    public SchemaFile {
        definitions = List.copyOf(definitions);
    }
}
