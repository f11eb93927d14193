package io.rpcidl.cli;

import java.nio.file.Path;

/** Sources with a value of every sort. */
final class Shop {

    private static final String SOURCE = """
            type ProductId = uuid;
            type Card = string @sensitive;
            enum State { PLACED = 1; PAID = 2; }
            closed enum Colour { RED = 1; GREEN = 7; }
            struct Line { 1: ProductId product; 2: u32 quantity; 3: decimal price; }
            union Payment { 1: Line line; 2: string voucher; 3: Card card; 300: cash; }
            struct Order {
              1: u64 id;
              2: list<Line> lines;
              3: State state = PLACED;
              4: string? note;
              5: timestamp placedAt;
              500: list<Payment> payments;
              501: map<string, Colour> colours;
              502: set<ProductId> related;
              503: list<list<i8>>? grid;
            }
            error Gone rejects { 1: u64 id; }
            service Orders {
              1: Payment pay(1: Order order, 2: duration within) throws 1: Gone;
              2: void forget(1: u64 id);
            }
            """;

    /** A value of {@code shop.Order} as it is printed. */
    static final String ORDER = "{\"id\":\"7\",\"lines\":[{\"product\":\"00000000-0000-0000-0000-000000000001\","
            + "\"quantity\":2,\"price\":\"9.99\"}],\"state\":9,\"note\":\"hi\","
            + "\"placedAt\":\"1970-01-01T00:00:01.000000002Z\","
            + "\"payments\":[{\"voucher\":\"V\"},{\"cash\":{}},{\"card\":\"4111\"},"
            + "{\"#9\":{\"kind\":\"string\",\"octets\":\"036e6577\"}}],"
            + "\"colours\":{\"a\":\"GREEN\"},\"related\":[],\"grid\":[[1,-2],[]]}";

    private Shop() {}

    /** A tool with the sources below {@code src}. */
    static Tool tool(Path folder) {
        Tool tool = new Tool(folder);
        tool.source("shop", SOURCE);
        return tool;
    }
}
