package io.rpcidl.compiler.model;

/**
 * The name of a definition with the package that holds it. Packages are {@code shop.orders.v1}, names {@code Order}.
 *
 * @param packageName the rpcidl package, dotted
 * @param simpleName the name inside the package
 */
public record QualifiedName(String packageName, String simpleName) implements Comparable<QualifiedName> {

    @Override
    public int compareTo(QualifiedName other) {
        int byPackage = packageName.compareTo(other.packageName);
        return byPackage != 0 ? byPackage : simpleName.compareTo(other.simpleName);
    }

    @Override
    public String toString() {
        return packageName + "." + simpleName;
    }
}
