package io.rpcidl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code rpcidl init}: a new Maven project with a service, its implementation and a test that calls it. */
final class InitCommand implements Command {

    private static final Option NAME = Option.value(
                    "--name",
                    "NAME",
                    "The name of the project: lower case letters, digits and `-`. Without it, that of the folder.")
            .orShort("-n");

    private static final Option PACKAGE = Option.value(
                    "--package",
                    "PACKAGE",
                    "The package of the service, such as shop.orders.v1. Without it, one is made from the name.")
            .orShort("-p");

    private static final Syntax.Operands FOLDER = new Syntax.Operands(
            "DIR", "The folder of the project; it is made when it is missing.", List.of(), Syntax.Count.ONE);

    @Override
    public String name() {
        return "init";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Write a new Maven project: a service, its implementation, and a test that calls it.",
                "No file that exists is overwritten: then nothing is written at all.");
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(NAME, PACKAGE), FOLDER);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException, IOException {
        String folder = arguments.operand();
        Path root = session.path(folder);
        ProjectNames names = ProjectNames.of(root, arguments.value(NAME, ""), arguments.value(PACKAGE, ""));
        NewProject project = new NewProject(names);
        project.check();
        for (String written : project.write(root)) {
            session.out().print("wrote " + written + "\n");
        }
        session.out().print("next: run `mvn verify` in " + Words.quote(folder) + "\n");
        return ExitCode.FINE;
    }
}
