package {{package}}.server;

import {{package}}.Greeter;
import {{package}}.Nobody;

/** Greets everybody who has a name. */
public final class PoliteGreeter implements Greeter {

    @Override
    public String greet(String name) throws Nobody {
        if (name.isBlank()) {
            throw Nobody.builder().name(name).build();
        }
        return "Good day, " + name + "!";
    }
}
