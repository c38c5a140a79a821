package io.eventsec.cli.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import io.eventsec.cli.send.StubReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipCommandTest {
  private static final StubReceiver.Reply BUSY =
      new StubReceiver.Reply(429, "0", "{\"title\":\"Too many requests\"}", false);
  private static final StubReceiver.Reply AWAY = new StubReceiver.Reply(503, "", "", false);
  private static final StubReceiver.Reply REFUSED =
      new StubReceiver.Reply(
          413, "", "{\"title\":\"Too large\",\"detail\":\"More than 5 lines.\"}", false);

  /** Kept, but the answer is lost on the way. */
  private static final StubReceiver.Reply KEPT_IN_SILENCE =
      new StubReceiver.Reply(502, "", "<html>", true);

  private final StubReceiver server = new StubReceiver();
  private final Path directory;
  private final Path log;
  private final Path token;

  ShipCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.log = directory.resolve("eve.json");
    this.token = Files.writeString(directory.resolve("token"), StubReceiver.TOKEN + "\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void file_arrivesLineForLine() throws IOException {
    Files.writeString(log, numbered(0, 25));

    CommandRun run = ship();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("25 accepted, 0 of them duplicates");
    assertThat(server.lines().values()).containsExactlyInAnyOrderElementsOf(lines(0, 25));
  }

  @Test
  void busyServer_isTriedAgain() throws IOException {
    Files.writeString(log, numbered(0, 25));
    server.next(BUSY);
    server.next(AWAY);

    CommandRun run = ship();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(server.lines()).hasSize(25);
  }

  @Test
  void lostAnswer_isADuplicate_notASecondEvent() throws IOException {
    Files.writeString(log, numbered(0, 10));
    server.next(KEPT_IN_SILENCE);

    assertThat(ship().out()).contains("10 accepted, 10 of them duplicates");
    assertThat(server.lines()).hasSize(10);
  }

  @Test
  void sameFileAgain_sendsNothing() throws IOException {
    Files.writeString(log, numbered(0, 25));
    ship();
    int before = server.requests();

    CommandRun run = ship();

    assertThat(run.out()).contains("0 accepted", "25 sent by an earlier run");
    assertThat(server.requests()).isEqualTo(before);
  }

  @Test
  void sameFileWithoutMemory_isRecognisedByTheServer() throws IOException {
    Files.writeString(log, numbered(0, 25));
    ship();

    assertThat(ship("--again").out()).contains("25 accepted, 25 of them duplicates");
    assertThat(ship("--again", "--batch", "7").status()).isZero();
    assertThat(server.lines()).hasSize(25);
  }

  @Test
  void grownFile_sendsWhatIsNew() throws IOException {
    Files.writeString(log, numbered(0, 25));
    ship();
    Files.writeString(log, numbered(25, 30), StandardOpenOption.APPEND);

    assertThat(ship().out()).contains("5 accepted, 0 of them duplicates");
    assertThat(server.lines().values()).containsExactlyInAnyOrderElementsOf(lines(0, 30));
  }

  @Test
  void unfinishedLine_isSentAgainOnceItIsWhole() throws IOException {
    Files.writeString(log, numbered(0, 2) + "{\"n\":");
    ship();
    assertThat(ship().out()).contains("0 accepted");
    Files.writeString(log, "2}\n", StandardOpenOption.APPEND);

    assertThat(ship().out()).contains("1 accepted");
    assertThat(server.lines().values()).containsExactlyInAnyOrderElementsOf(lines(0, 3));
  }

  @Test
  void otherFileInItsPlace_isSentFromTheStart() throws IOException {
    Files.writeString(log, numbered(0, 25));
    ship();
    Files.writeString(log, numbered(100, 140));

    assertThat(ship().out()).contains("40 accepted, 0 of them duplicates");
    assertThat(server.lines()).hasSize(65);
  }

  @Test
  void refusal_endsWithTheReason_andALaterRunGoesOn() throws IOException {
    Files.writeString(log, numbered(0, 25));
    server.next(REFUSED);

    CommandRun run = ship();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("Too large: More than 5 lines.").contains("--batch");
    assertThat(ship().status()).isZero();
    assertThat(server.lines()).hasSize(25);
  }

  @Test
  void wrongToken_isRefusedWithACure() throws IOException {
    Files.writeString(log, numbered(0, 1));
    Files.writeString(token, "secret-of-somebody");

    CommandRun run = ship();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("401", "token").doesNotContain("secret-of-somebody");
  }

  @Test
  void directoriesAndPatterns_areSentFileByFile() throws IOException {
    Path logs = Files.createDirectories(directory.resolve("logs/deep"));
    Files.writeString(logs.resolve("a.json"), numbered(0, 5));
    Files.writeString(logs.resolve("b.txt"), numbered(5, 10));
    Files.writeString(log, numbered(10, 12));

    assertThat(ship(directory + "/logs/**/*.json").out()).contains("2 files: 7 accepted");
    assertThat(ship(logs.toString()).out()).contains("3 files: 5 accepted");
    assertThat(server.lines()).hasSize(12);
    assertThat(ship(directory + "/none/*.json").status()).isEqualTo(1);
  }

  @Test
  void optionsThatDoNotFitTogether_areRefused() throws IOException {
    Files.writeString(log, numbered(0, 1));

    assertThat(ship("--health-file", "h").err()).contains("--health-file");
    assertThat(CommandRun.of("ship", "--source", "s", "--again", log.toString()).err())
        .contains("--again is for --once");
    assertThat(server.requests()).isZero();
  }

  @Test
  void wrongOptions_areRefusedBeforeAnythingIsSent() throws IOException {
    Files.writeString(log, numbered(0, 1));

    assertThat(ship("--batch", "0").status()).isEqualTo(2);
    assertThat(ship("--server", "ftp://x").status()).isEqualTo(1);
    assertThat(ship("--source", "No Name").status()).isEqualTo(1);
    assertThat(server.requests()).isZero();
  }

  private CommandRun ship(String... more) {
    List<String> arguments = new ArrayList<>(List.of("ship", "--once", log.toString()));
    arguments.addAll(List.of("--token-file", token.toString()));
    arguments.addAll(List.of("--state", directory.resolve("state").toString()));
    arguments.addAll(List.of(more));
    addUnlessGiven(arguments, "--server", server.url());
    addUnlessGiven(arguments, "--source", "suricata");
    addUnlessGiven(arguments, "--batch", "10");
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static void addUnlessGiven(List<String> arguments, String option, String value) {
    if (!arguments.contains(option)) {
      arguments.addAll(List.of(option, value));
    }
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "{\"n\":" + n + "}").toList();
  }

  private static String numbered(int from, int to) {
    return lines(from, to).stream().map(line -> line + '\n').collect(Collectors.joining());
  }
}
