package io.eventsec.cli.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.send.StubReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collector is killed at random moments ({@code -Dship.kill.rounds=200} for more than some)
 * while a sensor writes and its files are rotated in every way. Every line must arrive, under one
 * id, and no two under the same.
 */
class ShipKillTest {
  private static final int ROUNDS = Integer.getInteger("ship.kill.rounds", 8);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private final long seed = Long.getLong("ship.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final StubReceiver server = new StubReceiver();
  private final Path home;
  private final Path log;
  private final Path said;
  private final List<String> written = new ArrayList<>();
  private int rotated;

  ShipKillTest(@TempDir Path home) throws IOException {
    this.home = home;
    this.log = Files.createDirectories(home.resolve("logs")).resolve("eve.json");
    this.said = home.resolve("said");
    Files.writeString(home.resolve("token"), StubReceiver.TOKEN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ShipProcess start() throws IOException {
    return ShipProcess.start(
        said,
        log.toString(),
        "--url",
        server.url(),
        "--source",
        "suricata",
        "--token-file",
        home.resolve("token").toString(),
        "--state",
        home.resolve("state").toString(),
        "--health-file",
        home.resolve("health.json").toString(),
        "--batch",
        "20");
  }

  /** Writes some lines, in pieces that do not end where lines do. */
  private void write() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i >= 0; i--) {
      String line =
          "{\"n\":" + written.size() + ",\"pad\":\"" + "x".repeat(random.nextInt(80)) + "\"}";
      written.add(line);
      text.append(line).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int half = random.nextInt(bytes.length);
    append(bytes, 0, half);
    pause(3);
    append(bytes, half, bytes.length - half);
  }

  private void append(byte[] bytes, int offset, int length) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(bytes, offset, length);
    }
  }

  private void pause(int mostMillis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMillis + 1)));
  }

  private Path numbered(int number, String suffix) {
    return log.resolveSibling("eve.json." + number + suffix);
  }

  /** As logrotate does: older ones move up, and the third one back is packed. */
  private void rotate() throws IOException {
    for (int i = rotated; i >= 1; i--) {
      for (String suffix : List.of("", ".gz")) {
        if (Files.exists(numbered(i, suffix))) {
          Files.move(numbered(i, suffix), numbered(i + 1, suffix));
        }
      }
    }
    rotated++;
    if (random.nextBoolean()) {
      Files.move(log, numbered(1, ""));
    } else {
      Files.copy(log, numbered(1, ""));
      try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
        file.truncate(0);
      }
    }
    Path third = numbered(3, "");
    if (Files.exists(third)) {
      try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(numbered(3, ".gz")))) {
        Files.copy(third, out);
      }
      Files.delete(third);
    }
  }

  private void awaitAll() {
    long end = System.nanoTime() + PATIENCE;
    while (server.count() < written.size()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "seed " + seed + ": " + server.count() + " of " + written.size() + ": " + tell());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void assertAllThereOnce() {
    List<String> received = server.lines().values().stream().sorted().toList();
    assertThat(received).as("seed " + seed).isEqualTo(written.stream().sorted().toList());
    assertThat(server.conflicts()).isEmpty();
  }

  private String tell() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void killedWhileFilesAreWrittenAndRotated_losesAndDoublesNothing() throws Exception {
    write();
    try (ShipProcess ship = start()) {
      awaitAll(); // what was rotated before the collector ever ran is not begun
      ship.kill();
    }
    for (int round = 0; round < ROUNDS; round++) {
      try (ShipProcess ship = start()) {
        writeUntilKilled(ship);
        ship.kill();
      }
      write();
      for (int i = random.nextInt(3); i > 0; i--) {
        rotate();
        write();
      }
    }
    try (ShipProcess ship = start()) {
      awaitAll();
      assertAllThereOnce();

      assertThat(ship.terminate()).as(ship.said()).isZero();
    }
    assertThat(Files.readString(home.resolve("health.json"))).contains("\"stopped\"");
  }

  /** Until it has sent something, and then for a while. */
  private void writeUntilKilled(ShipProcess ship) throws IOException {
    int before = server.requests();
    while (server.requests() == before) {
      write();
      pause(100);
      assertThat(ship.isAlive()).as(ship.said()).isTrue();
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(800));
    while (System.nanoTime() < end) {
      write();
      pause(40);
      if (random.nextInt(6) == 0) {
        rotate();
        write();
      }
    }
  }

  @Test
  void signal_endsItWithStatus0_andTheNextStartSendsWhatIsNew() throws Exception {
    write();
    try (ShipProcess ship = start()) {
      awaitAll();
      assertThat(ship.terminate()).as(ship.said()).isZero();
    }
    int requests = server.requests();
    try (ShipProcess ship = start()) {
      write();
      awaitAll();
      assertThat(ship.terminate()).as(ship.said()).isZero();
    }
    assertAllThereOnce();
    assertThat(server.requests()).isGreaterThan(requests);
    assertThat(Files.readString(said)).contains("following", "stopped: ");
  }

  @Test
  void signal_whileTheServerIsAway_endsItTooWithStatus0() throws Exception {
    write();
    server.next(new StubReceiver.Reply(503, "600", "", true));
    try (ShipProcess ship = start()) {
      while (server.requests() == 0) {
        assertThat(ship.isAlive()).as(ship.said()).isTrue();
        pause(20);
      }
      assertThat(ship.terminate()).as(ship.said()).isZero();
    }
    try (ShipProcess ship = start()) {
      awaitAll();
      ship.kill();
    }
    assertAllThereOnce();
  }
}
