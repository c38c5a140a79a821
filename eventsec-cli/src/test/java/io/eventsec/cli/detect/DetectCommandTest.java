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
  @TempDir Path directory;

  @Test
  void sampleCapture_firesSevenRulesOrMore() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("detect", "--rules", "bundled"));
    for (SampleStream stream : SampleCapture.recorded()) {
      arguments.add(write(stream).toString());
    }

    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.status()).isZero();
    assertThat(values(run.out(), "rule").stream().distinct()).hasSizeGreaterThanOrEqualTo(7);
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
    Path log = Files.writeString(directory.resolve("eve.json"), "{\"a\":\nnot json\n");

    CommandRun run = CommandRun.of("detect", "--rules", "bundled", log.toString());

    assertThat(run.err()).contains("json.syntax").contains("0 events, 2 rejected, 0 matches");
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
