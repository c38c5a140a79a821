package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationDetectTest {
  private static final String RULES =
      """
      title: Failed logon
      id: 11111111-0000-4000-8000-000000000001
      name: failed
      logsource: {category: authentication}
      detection:
        selection: {outcome: failure}
        condition: selection
      ---
      title: Brute force
      id: 22222222-0000-4000-8000-000000000001
      level: high
      tags: [attack.t1110]
      correlation:
        type: event_count
        rules: [failed]
        group-by: [user]
        timespan: 1m
        condition: {gte: 3}
      """;

  @TempDir Path directory;

  @Test
  void firing_namesRuleGroupAndEvents() throws IOException {
    String log = write("a.json", failure(0, "ada") + failure(1, "bob") + failure(40, "ada"));
    String more = write("b.json", failure(20, "ada") + failure(90, "ada"));

    CommandRun run = detect(RULES, log, more);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .hasLineCount(1)
        .startsWith("{\"rule\":{\"id\":\"22222222-0000-4000-8000-000000000001\",\"version\":\"")
        .contains("\"title\":\"Brute force\",\"level\":\"high\",\"tags\":[\"attack.t1110\"]}")
        .containsPattern(
            "\"event\":\\{\"id\":\"[0-9a-f]{32}\",\"file\":\"" + log + "\",\"line\":3}")
        .containsPattern("\"alert\":\"[0-9a-f]{32}\",\"matched\":\\{\"user\":\"ada\"},")
        .containsPattern(
            "\"correlation\":\\{\"type\":\"event_count\",\"measured\":3,\"number\":1,"
                + "\"first\":\"[0-9a-f]{32}\",\"events\":\\[\\{\"id\"")
        .contains("\"time\":\"2026-03-01T12:00:20Z\",\"file\":\"" + more + "\",\"line\":1}");
    assertThat(run.err())
        .contains("1 rules, 5 events, 0 rejected, 0 matches, 1 correlations, 1 firings");
  }

  @Test
  void generate_letsTheRulesTellOfThemselvesToo() throws IOException {
    String log = write("a.json", failure(0, "ada") + failure(1, "ada"));

    assertThat(detect(RULES, log).out()).isEmpty();
    assertThat(detect(RULES + "  generate: true\n", log).out()).hasLineCount(2);
  }

  @Test
  void threadsAndOrderOfFiles_changeNothing() throws IOException {
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    for (int n = 0; n < 9_000; n++) {
      (n % 2 == 0 ? first : second).append(failure(n / 3, "user-" + n % 20));
    }
    String one = write("a.json", first.toString());
    String other = write("b.json", second.toString());

    String out = detect(RULES, one, other).out();

    assertThat(out.lines().count()).isGreaterThan(8_000);
    assertThat(detect(RULES, "--threads", "2", one, other).out()).isEqualTo(out);
    assertThat(detect(RULES, other, one).out()).isEqualTo(out);
  }

  @Test
  void eventsWithoutTime_areLeftOutAndTold() throws IOException {
    String log = write("a.json", "{\"outcome\": \"failure\", \"user\": \"ada\"}\n".repeat(5));
    Path stats = directory.resolve("stats.json");

    CommandRun run = detect(RULES, "--stats", stats.toString(), log);

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("5 events have no time of their own; correlations leave them out");
    assertThat(Files.readString(stats)).contains("\"untimed\" : 5", "\"firings\" : 0");
  }

  @Test
  void eventsOfATimeToCome_areTold() throws IOException {
    String log =
        write("a.json", "{\"time\": \"2200-01-01T00:00:00Z\", \"outcome\": \"failure\"}\n");

    assertThat(detect(RULES, log).err()).contains("1 events are of a time to come");
  }

  @Test
  void stats_haveEachCorrelation() throws IOException {
    String log =
        write("a.json", failure(0, "ada").repeat(3) + failure(1, "ada").replace("user", "who"));
    Path stats = directory.resolve("stats.json");

    detect(RULES, "--stats", stats.toString(), log);

    assertThat(Files.readString(stats))
        .contains("\"correlations\" : 1", "\"id\" : \"22222222-0000-4000-8000-000000000001\"")
        .contains("\"events\" : 3", "\"firings\" : 1", "\"withoutGroup\" : 1", "\"late\" : 0");
  }

  @Test
  void correlationThatCannotRun_isTold_andItsRulesTellOfThemselves() throws IOException {
    String log = write("a.json", failure(0, "ada"));
    String broken = RULES.replace("gte: 3", "gte: 200000");

    CommandRun run = detect(broken, log);

    assertThat(run.out()).hasLineCount(1).contains("\"title\":\"Failed logon\"");
    assertThat(run.err()).contains("counts to 200000; 99999 is the most");
    assertThat(CommandRun.of("rules", "check", directory.resolve("rules.yml").toString()).out())
        .contains("rules.yml:9:1: Correlation 'Brute force' counts to 200000");
  }

  private CommandRun detect(String rules, String... arguments) throws IOException {
    String[] all = new String[arguments.length + 3];
    System.arraycopy(new String[] {"detect", "--rules", write("rules.yml", rules)}, 0, all, 0, 3);
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  /** So many seconds after noon. */
  private static String failure(int second, String user) {
    return String.format(
        Locale.ROOT,
        "{\"time\": \"2026-03-01T12:%02d:%02dZ\", \"outcome\": \"failure\", \"user\": \"%s\"}%n",
        second / 60,
        second % 60,
        user);
  }
}
