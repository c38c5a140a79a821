package io.eventsec.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.send.StubReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says that is away, busy or of another opinion, and how that is told. */
class ServerAwayTest {
  private final Collector collector;

  ServerAwayTest(@TempDir Path home) throws IOException {
    this.collector = new Collector(home);
  }

  @AfterEach
  void stop() throws InterruptedException {
    collector.close();
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "{\"n\":" + n + "}").toList();
  }

  private void append(int from, int to) throws IOException {
    Files.writeString(
        collector.log("eve.json"),
        lines(from, to).stream().map(line -> line + '\n').collect(Collectors.joining()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void assertAllThereOnce(int count) {
    collector.awaitLines(count);
    assertThat(collector.server.lines().values())
        .containsExactlyInAnyOrderElementsOf(lines(0, count));
    assertThat(collector.server.conflicts()).isEmpty();
  }

  private boolean healthHas(String text) throws IOException {
    return Files.exists(collector.health) && Files.readString(collector.health).contains(text);
  }

  @Test
  void busyServer_isTriedAgain() throws Exception {
    append(0, 25);
    collector.server.next(new StubReceiver.Reply(429, "0", "{\"title\":\"Too many\"}", false));
    collector.server.next(new StubReceiver.Reply(503, "", "", false));
    collector.start();

    assertAllThereOnce(25);
  }

  @Test
  void lostAnswer_isADuplicate_notASecondEvent() throws Exception {
    append(0, 25);
    collector.server.next(new StubReceiver.Reply(502, "", "<html>", true));
    collector.start();

    assertAllThereOnce(25);
    collector.await(() -> healthHas("\"duplicates\" : 10"));
  }

  @Test
  void stopWhileTheServerIsAway_losesAndDoublesNothing() throws Exception {
    append(0, 25);
    // Kept, and nobody knows: the batch must come again as it was.
    collector.server.next(new StubReceiver.Reply(503, "600", "", true));
    collector.start();
    collector.await(() -> healthHas("\"waiting\""));
    collector.stop();
    append(25, 30);
    int batches = collector.server.batches();
    collector.start();

    assertAllThereOnce(30);
    assertThat(batches).isEqualTo(1);
    assertThat(collector.server.batches()).isEqualTo(3);
  }

  @Test
  void refusedBatch_isTriedAgain_andSaidSo() throws Exception {
    append(0, 5);
    collector.server.next(new StubReceiver.Reply(403, "", "{\"title\":\"Token revoked\"}", false));
    collector.start();

    assertAllThereOnce(5);
    assertThat(collector.said()).contains("eve.json", "Token revoked", "What to do: use the token");
  }

  @Test
  void wrongToken_isRefused_untilItIsRight() throws Exception {
    append(0, 5);
    collector.token("secret-of-somebody").start();
    collector.await(() -> healthHas("\"state\" : \"refused\""));
    collector.stop();
    assertThat(collector.server.lines()).isEmpty();
    assertThat(collector.said()).contains("401").doesNotContain("secret-of-somebody");
    collector.token(StubReceiver.TOKEN).start();

    assertAllThereOnce(5);
  }

  @Test
  void batchThatIsTooLarge_isCutSmaller() throws Exception {
    append(0, 100);
    collector.server.atMost(7);
    collector.batch(100).start();

    assertAllThereOnce(100);
    assertThat(collector.said()).contains("batches of at most 6 from now on");
  }

  @Test
  void health_tellsOfFilesProblemsAndTheEnd() throws Exception {
    append(0, 5);
    collector.names("eve.json", "missing.json").start();

    collector.await(() -> healthHas("\"acknowledged\" : 5"));
    collector.await(() -> healthHas("\"state\" : \"running\""));
    String health = Files.readString(collector.health);
    assertThat(health)
        .contains("\"lagBytes\" : 0", "\"following\" : 1", "\"lastAcknowledged\" : \"20")
        .contains(collector.log("eve.json") + "\"", "\"records\" : 5")
        .contains(collector.log("missing.json") + "\"", "it is not there");
    collector.stop();
    assertThat(Files.readString(collector.health)).contains("\"state\" : \"stopped\"");
  }

  @Test
  void lag_growsWhileTheServerIsAway() throws Exception {
    append(0, 5);
    collector.server.next(new StubReceiver.Reply(503, "600", "", false));
    collector.start();
    collector.await(() -> healthHas("\"lagBytes\" : 40"));
    append(5, 10);

    collector.await(() -> healthHas("\"lagBytes\" : 80"));
    assertThat(collector.said()).contains("waiting for the server: status 503");
  }

  @Test
  void secondCollector_withTheSamePositions_isRefused() throws Exception {
    append(0, 5);
    collector.start();
    collector.awaitLines(5);
    Collector other = new Collector(collector.home);
    try {
      other.start();
      other.await(() -> !other.isRunning());
      assertThat(other.failure()).hasMessageContaining("another eventsec ship");
    } finally {
      other.server.close();
    }
  }
}
