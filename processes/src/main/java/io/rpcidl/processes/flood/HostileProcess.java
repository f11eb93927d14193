package io.rpcidl.processes.flood;

import io.rpcidl.processes.child.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Floods a server from a process of its own: a line with the name of a flood and its scale is answered by how it has ended. */
final class HostileProcess {

    private HostileProcess() {}

    static Child start(int port) {
        return Child.jvm(List.of(), List.of("-Xmx256m"), HostileProcess.class, List.of(Integer.toString(port)));
    }

    /** Floods the port that is its argument. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            String[] words = question.split(" ", -1);
            System.out.println(Flood.valueOf(words[0]).run(port, Integer.parseInt(words[1])));
        }
    }
}
