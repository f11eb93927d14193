package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Method.Deadline;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the example of the language's description means. */
class SchemaTest {

    private static final Schema SCHEMA = Objects.requireNonNull(new RpcidlCompiler(List.of())
            .compile(CompileRequest.check(Path.of("src/test/corpus/valid")))
            .schema());

    @Test
    void knowsFilesAndTheirPackages() {
        assertThat(SCHEMA.files())
                .extracting(SchemaFile::path)
                .containsExactly(
                        "shop/catalog/v1/catalog.rpcidl", "shop/orders/v1/orders.rpcidl", "words/words.rpcidl");
        SchemaFile orders = SCHEMA.fileOf(name("Order"));
        assertThat(orders.packageName()).isEqualTo("shop.orders.v1");
        assertThat(orders.javaPackage()).isEqualTo("com.acme.shop.orders");
        assertThat(orders.documentation()).isEqualTo("Orders of the shop.");
        assertThat(SCHEMA.files().get(0).javaPackage()).isEqualTo("shop.catalog.v1");
    }

    @Test
    void pointsAtTheNamesOfThings() {
        for (Definition definition : SCHEMA.definitions().values()) {
            assertThat(definition.span().text()).isEqualTo(definition.name().simpleName());
        }
        assertThat(field("card").span().text()).isEqualTo("card");
    }

    @Test
    void resolvesTypes() {
        Type line = new Type.Reference(name("Line"));
        assertThat(field("lines").type()).isEqualTo(new Type.ListOf(line));
        assertThat(field("unit").type()).isEqualTo(new Type.Reference(new QualifiedName("shop.catalog.v1", "Unit")));
        assertThat(field("note").optional()).isTrue();
        assertThat(field("note").max()).isEqualTo(100L);
        assertThat(field("lines").max()).isEqualTo(200L);
        assertThat(field("card").sensitive()).isTrue();
    }

    @Test
    void resolvesValuesToTheTypeTheyAreUsedFor() {
        assertThat(field("state").defaultValue()).isEqualTo(new Literal.Enumerated(name("State"), "PLACED"));
        assertThat(field("weight").defaultValue()).isEqualTo(new Literal.Floating(Double.NEGATIVE_INFINITY));
        assertThat(field("patience").defaultValue()).isEqualTo(new Literal.TimeSpan(Duration.ofSeconds(2)));
        assertThat(field("since").defaultValue())
                .isEqualTo(new Literal.Timestamp(Instant.parse("2026-01-31T11:00:00Z")));
        assertThat(field("discount").defaultValue()).isEqualTo(new Literal.Decimal(new BigDecimal("0.50")));
        assertThat(field("title").defaultValue()).isEqualTo(new Literal.Text("a \"title\"\n\uD83D\uDE00"));
        assertThat(field("count").defaultValue())
                .isEqualTo(new Literal.Integral(new BigInteger("18446744073709551615")));
        assertThat(field("shelves").defaultValue()).isEqualTo(new Literal.Empty());
    }

    @Test
    void keepsWhatIsReserved() {
        Struct order = (Struct) SCHEMA.definition(name("Order"));
        assertThat(order.reserved()).isEqualTo(new Reserved(List.of(new Reserved.Range(7, 9)), List.of("couponCode")));
        Enumeration state = (Enumeration) SCHEMA.definition(name("State"));
        assertThat(state.reserved()).isEqualTo(new Reserved(List.of(new Reserved.Range(4, 4)), List.of("LOST")));
        assertThat(state.values().get(2).deprecation()).isEqualTo("use PAID");
    }

    @Test
    void tellsDefinitionsApart() {
        NamedType number = (NamedType) SCHEMA.definition(name("CardNumber"));
        assertThat(number.base()).isEqualTo(Scalar.STRING);
        assertThat(number.max()).isEqualTo(19L);
        assertThat(number.sensitive()).isTrue();
        assertThat(((DeclaredError) SCHEMA.definition(name("OutOfStock"))).rejects())
                .isTrue();
        assertThat(((DeclaredError) SCHEMA.definition(name("PaymentRefused"))).rejects())
                .isFalse();
        assertThat(((Enumeration) SCHEMA.definition(name("Currency"))).closed()).isTrue();
        Union payment = (Union) SCHEMA.definition(name("Payment"));
        assertThat(payment.variants().get(2).type()).isNull();
        assertThat(payment.variants().get(1).max()).isEqualTo(64L);
    }

    @Test
    void readsMethods() {
        Method get = method("get");
        assertThat(get.modifier()).isEqualTo(Method.Modifier.READONLY);
        assertThat(get.deadline()).isEqualTo(new Deadline.After(Duration.ofSeconds(2)));
        assertThat(get.errors()).containsExactly(new Method.Raised(1, name("NoSuchOrder")));
        assertThat(get.documentation()).isEqualTo("The order with this id.");
        assertThat(method("place").deadline()).isEqualTo(new Deadline.Unstated());
        assertThat(method("latest").deadline()).isEqualTo(new Deadline.None());
        assertThat(method("latest").result().optional()).isTrue();
        assertThat(method("cancel").result().type()).isNull();
        assertThat(method("seen").modifier()).isEqualTo(Method.Modifier.ONEWAY);
    }

    @Test
    void readsStreams() {
        assertThat(method("watch").result())
                .isEqualTo(new Method.Result(new Type.Reference(name("OrderEvent")), false, true));
        assertThat(method("importAll").streamParameter())
                .isEqualTo(new Method.StreamParameter("orders", new Type.Reference(name("Order"))));
        Method quote = method("quote");
        assertThat(quote.parameters()).extracting(Field::name).containsExactly("currency");
        assertThat(quote.streamParameter()).isNotNull();
    }

    private static QualifiedName name(String simpleName) {
        return new QualifiedName("shop.orders.v1", simpleName);
    }

    private static Field field(String name) {
        return ((Struct) SCHEMA.definition(name("Order")))
                .fields().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static Method method(String name) {
        return ((Service) SCHEMA.definition(name("Orders")))
                .methods().stream()
                        .filter(method -> method.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
