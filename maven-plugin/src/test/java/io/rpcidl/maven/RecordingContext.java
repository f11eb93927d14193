package io.rpcidl.maven;

import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.sonatype.plexus.build.incremental.BuildContext;

/** Stands for an editor: keeps what it is told, a line for each call. */
final class RecordingContext {

    private final List<String> calls = new ArrayList<>();

    /** The context that goes to the code under test. */
    BuildContext context() {
        return (BuildContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    StringBuilder call = new StringBuilder(method.getName());
                    for (Object argument : arguments) {
                        call.append(' ').append(argument);
                    }
                    calls.add(call.toString());
                    return method.getReturnType() == OutputStream.class ? OutputStream.nullOutputStream() : null;
                });
    }

    List<String> calls() {
        return calls;
    }

    /** Its calls of one method, without the name. */
    List<String> calls(String method) {
        return calls.stream()
                .filter(call -> call.startsWith(method + " "))
                .map(call -> call.substring(method.length() + 1))
                .toList();
    }
}
