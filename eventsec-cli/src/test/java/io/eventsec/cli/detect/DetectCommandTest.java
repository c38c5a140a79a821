package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import io.eventsec.rules.SampleCapture;
import io.eventsec.rules.SampleStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {
  private static final String RULE =
      """
      title: Tool
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      level: high
      tags: [attack.t1059]
      logsource: {category: process_creation}
      detection:
        selection: {Image|endswith: '\\tool.exe'}
        condition: selection
      """;

  @TempDir Path directory;

  @Test
  void sampleCapture_firesSevenRulesOrMore() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("detect", "--rules", "bundled"));
    for (SampleStream stream : SampleCapture.recorded()) {
      arguments.add(write(stream).toString());
    }

    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.status()).isZero();
    assertThat(values(run.out(), "title").stream().distinct()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(run.err()).contains(" 0 rejected");
  }

  @Test
  void ids_areTheSameEachTime_andDependOnTheSource() throws IOException {
    String eve = write(SampleCapture.recorded().get(0)).toString();

    List<String> first = alerts("--source", "suricata", eve);

    assertThat(first).isNotEmpty().isEqualTo(alerts("--source", "suricata", eve));
    assertThat(first).doesNotContainAnyElementsOf(alerts("--source", "elsewhere", eve));
  }

  @Test
  void rejectedLines_areToldAndCounted() throws IOException {
    Path log = Files.writeString(directory.resolve("eve.json"), "{\"a\":\n\nnot json\n");

    CommandRun run = CommandRun.of("detect", "--rules", "bundled", log.toString());

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains(log + ":1: json.syntax", log + ":3: format.unknown")
        .contains("0 events, 2 rejected, 0 matches");
  }

  @Test
  void match_namesRuleFileLineAndValues() throws IOException {
    CommandRun run =
        detect(write("a.json", "\nbroken\n{\"Image\": \"C:\\\\tool.exe\", \"n\": 1}\n"));

    assertThat(run.out())
        .startsWith("{\"rule\":{\"id\":\"0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11\"")
        .contains("\"title\":\"Tool\",\"level\":\"high\",\"tags\":[\"attack.t1059\"]}")
        .contains("\"file\":\"" + directory.resolve("a.json") + "\",\"line\":3}")
        .contains("\"matched\":{\"Image\":\"C:\\\\tool.exe\"}")
        .hasLineCount(1);
  }

  @Test
  void jsonArray_givesItsElements() throws IOException {
    CommandRun run =
        detect(write("a.json", "[{\"Image\": \"x\"},\n {\"Image\": \"\\\\tool.exe\"}]"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"line\":2}").hasLineCount(1);
  }

  @Test
  void inputThatBreaksOff_isJudgedSoFar_andStatusIsTwo() throws IOException {
    String broken = write("a.json", "[{\"Image\": \"\\\\tool.exe\"}, {\"Image\":");
    String sound = write("b.json", "{\"Image\": \"\\\\tool.exe\"}");

    CommandRun run = detect(broken, sound);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).hasLineCount(2);
    assertThat(run.err()).contains("a.json cannot be read to its end: the JSON array is broken");
    assertThat(detect(directory.resolve("none").toString()).status()).isEqualTo(2);
  }

  @Test
  void threads_leaveOrderAndIdsAsTheyAre() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 9_000; n++) {
      lines.append("{\"Image\": \"\\\\tool.exe\", \"n\": ").append(n).append("}\n");
    }
    String log = write("many.json", lines.toString());

    CommandRun one = detect(log);

    assertThat(one.out()).hasLineCount(9_000);
    assertThat(detect("--threads", "4", log).out()).isEqualTo(one.out());
    assertThat(detect("--threads", "0", log).status()).isEqualTo(1);
  }

  @Test
  void stats_tellWhatRanAndWhatDidNot() throws IOException {
    write("rules/broken.yml", "title: Broken\n");
    Path stats = directory.resolve("stats.json");

    detect("--stats", stats.toString(), write("a.json", "{\"Image\": \"\\\\tool.exe\"}\n"));

    assertThat(Files.readString(stats))
        .contains("\"events\" : 1", "\"matches\" : 1", "\"rules\" : 1", "\"bytes\" : 24")
        .contains("\"why\" : \"The rule has no detection\"", "\"tried\" : 1");
  }

  @Test
  void lineThatBreaksOff_isToldInWords() throws IOException {
    CommandRun run = detect(write("a.json", "{\"Image\": \"x\"\n"));

    assertThat(run.err())
        .contains(":1: json.syntax: Not JSON at column ", ": It breaks off there")
        .doesNotContain("REDACTED");
  }

  @Test
  void stats_thatCannotBeWritten_areToldBeforeTheWork() throws IOException {
    Path none = directory.resolve("none/stats.json");
    String log = write("a.json", "{\"Image\": \"\\\\tool.exe\"}\n");

    CommandRun run = detect("--stats", none.toString(), log);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--stats " + none + " cannot be written", "a directory");
    assertThat(detect("--stats", directory.toString(), log).status()).isEqualTo(1);
  }

  @Test
  void format_byName_orRefused() throws IOException {
    String log = write("a.json", "{\"event_type\": \"x\", \"Image\": \"\\\\tool.exe\"}");

    assertThat(detect("--format", "jsonl", log).out()).hasLineCount(1);
    assertThat(detect("--format", "nonsense", log).err())
        .contains("No format is named 'nonsense'", "suricata-eve");
  }

  private CommandRun detect(String... arguments) throws IOException {
    write("rules/tool.yml", RULE);
    List<String> all =
        new ArrayList<>(List.of("detect", "--rules", directory.resolve("rules").toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static List<String> alerts(String... arguments) {
    List<String> all = new ArrayList<>(List.of("detect", "--rules", "bundled"));
    all.addAll(List.of(arguments));
    return values(CommandRun.of(all.toArray(String[]::new)).out(), "alert");
  }

  private static List<String> values(String lines, String field) {
    return Pattern.compile("\"" + field + "\":\"([^\"]+)\"")
        .matcher(lines)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private Path write(SampleStream stream) throws IOException {
    return Files.write(directory.resolve(stream.name()), stream.payload());
  }
}
