package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DescriberTest {

    private static final Schema SCHEMA = Objects.requireNonNull(new RpcidlCompiler(List.of())
            .compile(CompileRequest.check(Path.of("src/test/corpus/valid")))
            .schema());

    private final SchemaDescriptor descriptor = Describer.describe(SCHEMA);

    @Test
    void describesWhatTheCompilerAccepts() {
        SchemaDescriptors.check(descriptor);
        assertThat(descriptor.files()).extracting(FileSchema::path).isSorted().hasSameSizeAs(SCHEMA.files());
    }

    @Test
    void statesTheJavaPackageWhenTheSourceDoes() {
        assertThat(file("shop/orders/v1/orders.rpcidl").javaPackage()).isEqualTo("com.acme.shop.orders");
        assertThat(file("shop/catalog/v1/catalog.rpcidl").javaPackage()).isNull();
    }

    @Test
    void marksWhatWasOnlyImported() {
        List<SchemaFile> files = SCHEMA.files().stream()
                .map(file -> new SchemaFile(
                        file.path(),
                        file.packageName(),
                        file.javaPackage(),
                        file.documentation(),
                        file.definitions(),
                        !file.path().contains("catalog")))
                .toList();
        assertThat(Describer.describe(Schema.of(files)).files().stream()
                        .filter(FileSchema::imported)
                        .map(FileSchema::path))
                .containsExactly("shop/catalog/v1/catalog.rpcidl");
    }

    /** Peers get what they need, and nothing that only people read. */
    @Test
    void leavesWhatPeopleReadOutOfClosures() {
        assertThat(descriptor.toString())
                .contains("documentation=The order with this id.")
                .contains("deprecated=use PAID");
        SchemaDescriptor closure = Closure.of(SchemaIndex.of(descriptor), "shop.orders.v1.Orders");
        assertThat(closure.toString().replaceAll("(documentation|deprecated|javaPackage)=null", ""))
                .doesNotContain("documentation=", "deprecated=", "javaPackage=")
                .contains("sensitive=true");
    }

    @Test
    void keepsTheOrderOfDeclaration() {
        FileSchema orders = file("shop/orders/v1/orders.rpcidl");
        List<String> names = SCHEMA.files().stream()
                .filter(file -> file.path().equals(orders.path()))
                .flatMap(file -> file.definitions().stream())
                .map(definition -> definition.name().simpleName())
                .toList();
        assertThat(orders.definitions().stream().map(DescriberTest::name)).containsExactlyElementsOf(names);
    }

    private static String name(DefinitionSchema definition) {
        return SchemaIndex.simpleName(definition);
    }

    private FileSchema file(String path) {
        return descriptor.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
