package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.distribution.Up.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Twenty times ({@code -Dkill.rounds=200} for more), one or two of the processes are killed at a
 * random moment while events are shipped. Every acknowledged event must be searchable or a dead
 * letter, once, and every alert there, once.
 */
class KillIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 20);
  private static final int EVENTS = 250;
  private static final int BATCH = 20;
  private static final Duration SETTLE = Duration.ofSeconds(120);
  private static final String SOURCE = "kill";
  private static final String NOT_JSON = "{\"event_type\":\"alert\",";

  /** Whom a round kills, one right after the other; the rounds take turns. */
  private static final List<List<Server>> VICTIMS =
      List.of(
          List.of(Server.POSTGRES),
          List.of(Server.APPLICATION),
          List.of(Server.OPENSEARCH),
          List.of(Server.POSTGRES),
          List.of(Server.APPLICATION, Server.POSTGRES),
          List.of(Server.POSTGRES, Server.OPENSEARCH),
          List.of(Server.POSTGRES),
          List.of(Server.APPLICATION, Server.OPENSEARCH),
          List.of(Server.POSTGRES),
          List.of(Server.POSTGRES));

  private final Path home = Path.of("target", "kill-it").toAbsolutePath();
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void everyAcknowledgedEvent_isThereOnce_whateverIsKilled() throws Exception {
    System.out.println("[kill] seed " + seed);
    Trees.delete(home);
    Files.createDirectories(home);
    Up up = Shared.installation();
    List<Path> logs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path log = write(round);
      logs.add(log);
      shipWhileKilling(up, log, VICTIMS.get(round % VICTIMS.size()));
    }

    Expected expected = Expected.of(logs);
    Stored stored = new Stored(up);

    Deadline.await(
        SETTLE,
        () -> "all " + expected + "; there are " + stored.counts(SOURCE),
        () -> stored.isAtLeast(SOURCE, expected));
    assertThat(stored.events(SOURCE)).containsExactlyInAnyOrderElementsOf(expected.events());
    assertThat(stored.alerts(SOURCE)).containsExactlyInAnyOrderElementsOf(expected.alerts());
    assertThat(stored.deadLetters(SOURCE)).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(stored.alertCopies(SOURCE)).containsExactlyInAnyOrderElementsOf(expected.alerts());
  }

  /** Numbered events, and one line that is none. */
  private Path write(int round) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < EVENTS; n++) {
      lines.add(Shared.event("round " + round, n));
    }
    lines.add(random.nextInt(EVENTS), NOT_JSON + "\"round\":" + round);
    return Files.write(home.resolve("round-" + round + ".json"), lines);
  }

  private void shipWhileKilling(Up up, Path log, List<Server> victims) throws Exception {
    CompletableFuture<Command> shipping = CompletableFuture.supplyAsync(() -> ship(up, log));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
    victims.forEach(up::kill);
    Command shipped = shipping.get(3, TimeUnit.MINUTES);
    System.out.println("[kill] " + victims + ": " + shipped.out().strip());
    assertThat(shipped.status()).as(shipped.err()).isZero();
    assertThat(shipped.out()).contains((EVENTS + 1) + " accepted");
  }

  private Command ship(Up up, Path log) {
    return Command.ship(
        up, SOURCE, log, home.resolve("state"), "--batch", Integer.toString(BATCH), "--wait");
  }

  /** What the same rules find in the same files without any server. */
  record Expected(List<String> events, List<String> alerts) {
    static Expected of(List<Path> logs) {
      List<String> arguments =
          new ArrayList<>(List.of("detect", "--rules", Shared.rules().toString()));
      arguments.addAll(List.of("--source", SOURCE));
      logs.forEach(log -> arguments.add(log.toString()));
      Command detect = Command.run(arguments.toArray(String[]::new));
      assertThat(detect.status()).as(detect.err()).isZero();
      Expected expected =
          new Expected(values(detect.out(), "event\":{\"id"), values(detect.out(), "alert"));
      assertThat(expected.events()).hasSize(EVENTS * logs.size()).doesNotHaveDuplicates();
      return expected;
    }

    private static List<String> values(String lines, String field) {
      return Pattern.compile(Pattern.quote('"' + field + "\":\"") + "([0-9a-f]{32})\"")
          .matcher(lines)
          .results()
          .map(match -> match.group(1))
          .toList();
    }

    @Override
    public String toString() {
      return events.size() + " events and " + alerts.size() + " alerts";
    }
  }
}
