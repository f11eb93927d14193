package io.rpcidl.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the build says about the goals, compared with what the documentation and Eclipse are told. */
class DescriptorTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path PAGE = Path.of("../docs/maven-plugin.md");
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyGoalAndParameterIsDescribed() throws Exception {
        for (Element goal : goals()) {
            assertThat(text(goal, "description")).as(text(goal, "goal")).isNotBlank();
            for (Element parameter : parameters(goal)) {
                assertThat(text(parameter, "description"))
                        .as(text(parameter, "name"))
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyGoalMayRunInParallel() throws Exception {
        assertThat(goals()).allMatch(goal -> text(goal, "threadSafe").equals("true"));
    }

    @Test
    void theDocumentationListsEveryGoalAndParameter() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Element goal : goals()) {
            rows.add("## " + text(goal, "goal") + phase(goal));
            for (Element parameter : parameters(goal)) {
                rows.add(row(goal, parameter));
            }
        }
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") || line.startsWith("## `"))
                .map(line -> line.replace("`", ""))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void eclipseIsToldWhatToDoWithEveryGoal() throws Exception {
        Set<String> told = new TreeSet<>();
        Document metadata = parse(CLASSES.resolve("META-INF/m2e/lifecycle-mapping-metadata.xml"));
        for (Element goal : elements(metadata.getElementsByTagName("goal"))) {
            assertThat(told.add(goal.getTextContent())).isTrue();
        }
        Set<String> bound = new TreeSet<>();
        for (Element goal : goals()) {
            bound.add(text(goal, "goal"));
        }
        bound.remove("help");

        assertThat(told).isEqualTo(bound);
    }

    /** Blanks at the start of lines aside, for a page indents less than a POM. */
    @Test
    void theXmlThatIsShownIsPartOfAProjectThatIsBuilt() throws IOException {
        List<String> poms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                poms.add(stripped(Files.readString(pom)));
            }
        }
        Matcher xml = XML.matcher(Files.readString(PAGE));
        int shown = 0;
        while (xml.find()) {
            String wanted = stripped(xml.group(1)).replace("0.1.0-SNAPSHOT", "@project.version@");
            assertThat(poms).as(wanted).anyMatch(pom -> pom.contains(wanted));
            shown++;
        }
        assertThat(shown).isPositive();
    }

    private static String phase(Element goal) {
        String phase = text(goal, "phase");
        return phase.isEmpty() ? "" : " (" + phase + ")";
    }

    private static String row(Element goal, Element parameter) {
        String name = text(parameter, "name");
        NodeList configured = goal.getElementsByTagName("configuration");
        Element configuration = (Element)
                ((Element) configured.item(0)).getElementsByTagName(name).item(0);
        String property = "";
        String value = "";
        if (configuration != null) {
            value = configuration.getAttribute("default-value");
            String expression = configuration.getTextContent();
            property = expression.startsWith("${") ? expression.substring(2, expression.length() - 1) : "";
        }
        String description = text(parameter, "description").replaceAll("\\s+", " ");
        return "| " + name + " | " + orDash(property) + " | " + orDash(value) + " | " + description + " |";
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static List<Element> goals() throws Exception {
        return elements(parse(CLASSES.resolve("META-INF/maven/plugin.xml")).getElementsByTagName("mojo"));
    }

    /** Without those that Maven sets. */
    private static List<Element> parameters(Element goal) {
        return elements(goal.getElementsByTagName("parameter")).stream()
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String child) {
        NodeList found = parent.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static String stripped(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
