package io.eventsec.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The parts of the guides that are made of the catalogues. {@code EVENTSEC_DOCS_WRITE=true} in the
 * environment of this test writes them.
 */
class TroubleshootingTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final boolean WRITE = Boolean.parseBoolean(System.getenv("EVENTSEC_DOCS_WRITE"));

  @Test
  void everyMessage_hasItsSection() throws IOException {
    Part part = new Part("TROUBLESHOOTING.md", "messages");
    part.write(Catalogue.all().stream().map(TroubleshootingTest::section).collect(joined()));
    for (LogMessage message : Catalogue.all()) {
      assertThat(part.text()).as(missing(message.id())).contains(section(message));
    }
    assertThat(part.text().lines().filter(line -> line.startsWith("### EVS")))
        .as("sections")
        .hasSize(Catalogue.all().size());
  }

  @Test
  void everyProblem_hasItsSection() throws IOException {
    Part part = new Part("TROUBLESHOOTING.md", "problems");
    part.write(
        Arrays.stream(ProblemKind.values()).map(TroubleshootingTest::section).collect(joined()));
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(part.text()).as(missing(kind.code())).contains(section(kind));
    }
    assertThat(part.text().lines().filter(line -> line.startsWith("### ")))
        .as("sections")
        .hasSize(ProblemKind.values().length);
  }

  @Test
  void everyMeasure_hasItsRow() throws IOException {
    Part part = new Part("OPERATIONS.md", "measures");
    String head = "| metric | kind | labels | what |\n|---|---|---|---|\n";
    part.write(
        head + Arrays.stream(Measure.values()).map(TroubleshootingTest::row).collect(joined()));
    for (Measure measure : Measure.values()) {
      assertThat(part.text()).as(missing(measure.metric())).contains(row(measure));
    }
    assertThat(part.text().lines().filter(line -> line.startsWith("| `")))
        .as("rows")
        .hasSize(Measure.values().length);
  }

  private static String section(LogMessage message) {
    return "### "
        + message.id()
        + "\n\n**Symptom.** "
        + message.level()
        + " in the log: `"
        + message.text()
        + "`\n\n**Cause.** "
        + message.cause()
        + "\n\n**Cure.** "
        + message.cure()
        + "\n\n";
  }

  private static String section(ProblemKind kind) {
    return "### "
        + kind.code()
        + "\n\n**Symptom.** "
        + kind.status()
        + " with type `"
        + kind.type()
        + "`: "
        + kind.title()
        + ".\n\n**Cause.** "
        + kind.cause()
        + "\n\n**Cure.** "
        + kind.cure()
        + "\n\n";
  }

  private static String row(Measure measure) {
    return "| `"
        + measure.metric()
        + "` | "
        + measure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " | "
        + String.join(", ", measure.labels())
        + " | "
        + measure.help()
        + " |\n";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static String missing(String id) {
    return id
        + " is missing in the guide, or differs. Write it anew: EVENTSEC_DOCS_WRITE=true mvn -pl eventsec-jakarta-app -am"
        + " -Dtest=TroubleshootingTest -Dsurefire.failIfNoSpecifiedTests=false test";
  }

  /**
   * What is between two comments of a page.
   *
   * @param page its file
   * @param name in the comments
   */
  private record Part(String page, String name) {

    String text() throws IOException {
      String all = Files.readString(DOCS.resolve(page));
      return all.substring(begin(all), end(all));
    }

    void write(String text) throws IOException {
      if (WRITE) {
        String all = Files.readString(DOCS.resolve(page));
        Files.writeString(
            DOCS.resolve(page),
            all.substring(0, begin(all)) + text.stripTrailing() + "\n\n" + all.substring(end(all)));
      }
    }

    private int begin(String all) {
      String mark = "<!-- " + name + ": begin -->\n\n";
      assertThat(all).as(page).contains(mark);
      return all.indexOf(mark) + mark.length();
    }

    private int end(String all) {
      String mark = "<!-- " + name + ": end -->";
      assertThat(all).as(page).contains(mark);
      return all.indexOf(mark);
    }
  }
}
