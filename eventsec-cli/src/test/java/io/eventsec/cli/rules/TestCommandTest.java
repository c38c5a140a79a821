package io.eventsec.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class TestCommandTest {
  private static final String RULE =
      """
      title: Tool
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      logsource: {category: process_creation}
      detection:
        selection: {Image|endswith: '\\tool.exe'}
        condition: selection
      """;

  private static final String CASES =
      """
      match:
        - {name: the tool, event: {Image: 'C:\\tool.exe'}}
      no_match:
        - {name: another, event: {Image: 'C:\\other.exe'}}
      """;

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("tool.yml"), RULE);
    Files.writeString(directory.resolve("tool.test.yml"), CASES);
    Files.writeString(directory.resolve("untested.yml"), RULE);
  }

  @Test
  void casesThatPass_areCounted() {
    CommandRun run = run();

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("1 rules tested, 1 without tests: 2 cases passed, 0 failed, 0 problems");
  }

  @Test
  void report_hasEachCase() throws Exception {
    Files.writeString(
        directory.resolve("tool.test.yml"),
        CASES.replace("the tool", "\"the \\u0001 tool\"").replace("C:\\tool.exe", "C:\\none.exe"));
    Path report = directory.resolve("report.xml");

    CommandRun run = run("--junit", report.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("must match, and does not", "- Image|endswith   <- C:\\none.exe");
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(((Element) suite.getElementsByTagName("testcase").item(0)).getAttribute("name"))
        .as("XML cannot hold the control character")
        .isEqualTo("the ? tool");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void wrongFiles_areProblems() throws IOException {
    Files.writeString(directory.resolve("tool.test.yml"), "matches: []");
    Files.writeString(directory.resolve("untested.test.yml"), CASES);
    Files.writeString(directory.resolve("untested.yml"), RULE + "---\n" + RULE);

    CommandRun run = run();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("'matches' means nothing here", "has 2 rules");
  }

  @Test
  void correlation_isTestedWithWhatItRefersTo() throws IOException {
    Files.writeString(
        directory.resolve("named.yml"), RULE.replace("title: Tool\n", "title: N\nname: tool\n"));
    Files.writeString(
        directory.resolve("tools.yml"),
        """
        title: Tools
        correlation:
          type: event_count
          rules: [tool]
          group-by: [Computer]
          timespan: 10s
          condition: {gte: 2}
        """);
    Files.writeString(
        directory.resolve("tools.test.yml"),
        """
        match:
          - name: two
            events:
              - {Image: 'C:\\tool.exe', Computer: a, time: '2026-01-01T00:00:00Z'}
              - {Image: 'C:\\tool.exe', Computer: a, time: '2026-01-01T00:00:05Z'}
        no_match:
          - name: one
            event: {Image: 'C:\\tool.exe', Computer: a, time: '2026-01-01T00:00:00Z'}
        """);
    Files.delete(directory.resolve("untested.yml"));
    Files.delete(directory.resolve("tool.yml"));

    assertThat(run().err()).contains("1 rules tested", "2 cases passed, 0 failed, 0 problems");
    assertThat(CommandRun.of("rules", "test", directory.resolve("tools.yml").toString()).err())
        .contains("2 cases passed, 0 failed, 0 problems");

    Files.delete(directory.resolve("named.yml"));
    CommandRun alone = run();
    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.out()).contains("tools.yml", "tool");
  }

  @Test
  void pathThatIsNotThere_isRefused() {
    assertThat(CommandRun.of("rules", "test", directory.resolve("none").toString()).status())
        .isEqualTo(1);
  }

  private CommandRun run(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "rules";
    arguments[1] = "test";
    System.arraycopy(options, 0, arguments, 2, options.length);
    arguments[arguments.length - 1] = directory.toString();
    return CommandRun.of(arguments);
  }
}
