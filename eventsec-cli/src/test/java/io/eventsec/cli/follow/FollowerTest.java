package io.eventsec.cli.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of every test must arrive, and no line under two ids or two under one. */
class FollowerTest {
  private final Collector collector;
  private final List<String> written = new ArrayList<>();
  private int next;

  FollowerTest(@TempDir Path home) throws IOException {
    this.collector = new Collector(home);
  }

  @AfterEach
  void stop() throws InterruptedException {
    collector.close();
  }

  private void append(String file, int count) throws IOException {
    List<String> lines =
        IntStream.range(next, next + count).mapToObj(n -> "{\"n\":" + n + "}").toList();
    next += count;
    written.addAll(lines);
    raw(file, String.join("\n", lines) + "\n");
  }

  private void raw(String file, String text) throws IOException {
    Files.writeString(
        collector.log(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void copyAndTruncate(String from, String to) throws IOException {
    Files.copy(collector.log(from), collector.log(to));
    try (FileChannel file = FileChannel.open(collector.log(from), StandardOpenOption.WRITE)) {
      file.truncate(0);
    }
  }

  private void pack(String file, Path to) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(collector.log(file), out);
    }
    Files.delete(collector.log(file));
  }

  private void rename(String from, String to) throws IOException {
    Files.move(collector.log(from), collector.log(to));
  }

  private void assertAllThereOnce() {
    collector.awaitLines(written.size());
    assertThat(collector.server.lines().values()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(collector.server.conflicts()).isEmpty();
  }

  @Test
  void lines_arriveAsTheyAreWritten_overARestart() throws Exception {
    append("eve.json", 25);
    collector.start();
    collector.awaitLines(25);
    append("eve.json", 3);
    collector.awaitLines(28);
    collector.stop();
    int requests = collector.server.requests();
    append("eve.json", 2);
    collector.start();

    assertAllThereOnce();
    assertThat(collector.server.requests()).isEqualTo(requests + 1);
  }

  @Test
  void fileThatIsNotThereYet_isFollowedOnceItIs() throws Exception {
    collector.start();
    collector.await(() -> collector.said().contains("eve.json is not read: it is not there"));
    append("eve.json", 3);

    assertAllThereOnce();
  }

  @Test
  void renamedFile_isReadToItsEnd_andTheNewOneToo() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);

    rename("eve.json", "eve.json.1");
    append("eve.json.1", 5); // the sensor has not noticed yet
    append("eve.json", 7);

    assertAllThereOnce();
  }

  @Test
  void renamedOutOfSight_isReadToItsEnd() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);

    Path elsewhere = collector.home.resolve("elsewhere");
    append("eve.json", 5);
    Files.move(collector.log("eve.json"), elsewhere);
    append("eve.json", 7);

    assertAllThereOnce();
  }

  @Test
  void rotatedTwiceWhileStopped_missesNothing() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);
    collector.stop();

    append("eve.json", 1);
    rename("eve.json", "eve.json.1");
    append("eve.json", 4);
    rename("eve.json.1", "eve.json.2");
    rename("eve.json", "eve.json.1");
    append("eve.json", 2);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void olderRotatedFiles_areNotBegun() throws Exception {
    raw("eve.json.1", "{\"old\":1}\n");
    assertThat(collector.log("eve.json.1").toFile().setLastModified(1_000_000_000_000L)).isTrue();
    append("eve.json", 3);
    collector.start();
    collector.awaitLines(3);
    rename("eve.json.1", "eve.json.2");
    append("eve.json", 3);

    assertAllThereOnce();
  }

  @Test
  void copiedAndTruncated_goesOn_inTheCopyAndFromTheStart() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);

    copyAndTruncate("eve.json", "eve.json.1");
    append("eve.json", 3);
    collector.awaitLines(15);
    rename("eve.json.1", "eve.json.2");
    copyAndTruncate("eve.json", "eve.json.1");
    append("eve.json", 30);

    assertAllThereOnce();
  }

  @Test
  void copiedAndTruncatedWhileStopped_sendsTheRestOfTheCopy() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);
    collector.stop();

    append("eve.json", 5);
    copyAndTruncate("eve.json", "eve.json.1");
    append("eve.json", 40);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void packedWhileStopped_goesOnWithinIt() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);
    collector.stop();

    append("eve.json", 15);
    pack("eve.json", collector.log("eve.json.1.gz"));
    append("eve.json", 2);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void packedWhileFollowed_isNotSentAgain() throws Exception {
    collector.names("");
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);

    rename("eve.json", "eve.json.1");
    append("eve.json", 2);
    collector.awaitLines(14);
    pack("eve.json.1", collector.log("eve.json.1.gz"));
    append("eve.json", 2);
    collector.awaitLines(16);
    rename("eve.json.1.gz", "eve.json.2.gz");
    append("eve.json", 1);
    collector.awaitLines(17);
    collector.stop();
    collector.start();
    append("eve.json", 1);

    assertAllThereOnce();
  }

  @Test
  void archivedByZeek_goesOnWithinTheArchive() throws Exception {
    Path archive = Files.createDirectories(collector.home.resolve("archive/2026-01-01"));
    collector.names("conn.log").archive(collector.home.resolve("archive"));
    append("conn.log", 12);
    collector.start();
    collector.awaitLines(12);
    collector.stop();

    append("conn.log", 5);
    pack("conn.log", archive.resolve("conn.00:00:00-01:00:00.log.gz"));
    append("conn.log", 2);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void otherContentAtTheSamePlaceOfTheDisk_isAnotherFile() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);
    collector.stop();

    try (FileChannel file = FileChannel.open(collector.log("eve.json"), StandardOpenOption.WRITE)) {
      file.truncate(0); // the same number on the disk as an inode that is used again
    }
    append("eve.json", 40);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void truncatedAndGrownBeyondItsPlace_isSeen() throws Exception {
    append("eve.json", 12);
    collector.start();
    collector.awaitLines(12);

    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      written.add("{\"again\":" + i + "}");
      text.append("{\"again\":").append(i).append("}\n");
    }
    Files.writeString(collector.log("eve.json"), text, StandardOpenOption.TRUNCATE_EXISTING);

    assertAllThereOnce();
  }

  @Test
  void fileReplacedByItsContinuation_goesOn() throws Exception {
    append("eve.json", 200);
    collector.start();
    collector.awaitLines(200);
    collector.stop();

    Path copy = Files.copy(collector.log("eve.json"), collector.log(".eve.json.sync"));
    Files.delete(collector.log("eve.json"));
    Files.move(copy, collector.log("eve.json"));
    append("eve.json", 5);
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void filesWithTheSameLines_areFilesOfTheirOwn() throws Exception {
    collector.names("*.json");
    for (String file : List.of("a.json", "b.json")) {
      raw(file, "{\"same\":1}\n");
      written.add("{\"same\":1}");
    }
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void halfALine_waitsForItsOtherHalf() throws Exception {
    append("eve.json", 2);
    raw("eve.json", "{\"half\":");
    collector.start();
    collector.awaitLines(2);
    collector.stop();
    collector.start();
    raw("eve.json", "1}\n");
    written.add("{\"half\":1}");

    assertAllThereOnce();
  }

  @Test
  void halfALine_ofARenamedFile_isSentAfterAWhile() throws Exception {
    append("eve.json", 2);
    raw("eve.json", "{\"half\":");
    collector.start();
    collector.awaitLines(2);
    rename("eve.json", "eve.json.1");
    written.add("{\"half\":");

    assertAllThereOnce();
  }

  @Test
  void packedFile_isSentToItsEnd_evenWhereItBreaksOff() throws Exception {
    collector.names("*.gz");
    append("eve.json", 300);
    pack("eve.json", collector.log("whole.gz"));
    byte[] packed = Files.readAllBytes(collector.log("whole.gz"));
    Files.write(collector.log("broken.gz"), Arrays.copyOf(packed, packed.length - 4));
    written.addAll(List.copyOf(written));
    collector.start();

    assertAllThereOnce();
    collector.await(() -> collector.said().contains("broken.gz: the gzip file breaks off"));
  }

  @Test
  void junk_doesNoHarmToItsNeighbours() throws Exception {
    append("eve.json", 3);
    try (FileChannel file = FileChannel.open(collector.log("eve.json"), StandardOpenOption.WRITE)) {
      long end = file.size();
      file.write(ByteBuffer.wrap("{\"hole\":1}\n".getBytes(UTF_8)), end + 5_000_000);
    }
    written.add("{\"hole\":1}");
    raw("eve.json", "\n \r\n[\n[]\n");
    written.add("{\"message\":\"[\"}");
    append("eve.json", 3);
    collector.batch(1).start();

    assertAllThereOnce();
  }

  @Test
  void arraysInALine_areTakenApart() throws Exception {
    raw("eve.json", "[{\"a\":1},{\"a\":2}]\n{\"Records\":[{\"a\":3}]}\n{\"a\":4}\n[{broken\n");
    for (int i = 1; i <= 4; i++) {
      written.add("{\"a\":" + i + "}");
    }
    written.add("[{broken");
    collector.start();

    assertAllThereOnce();
  }

  @Test
  void lineThatIsTooLong_isCutAndToldOf() throws Exception {
    String longLine = "x".repeat(5_000_000);
    append("eve.json", 1);
    raw("eve.json", longLine);
    collector.start();
    collector.awaitLines(2);
    raw("eve.json", longLine + "\n");
    written.add(longLine.substring(0, 2 << 20));
    append("eve.json", 2);

    assertAllThereOnce();
    assertThat(collector.said()).contains("eve.json: 1 lines were too long and are cut");
  }

  @Test
  void directoriesAndPatterns_areLookedAtAgain() throws Exception {
    collector.names("a", "z/**/*.log");
    Files.createDirectories(collector.log("a"));
    Files.createDirectories(collector.log("z/x/y"));
    append("a/1", 2);
    collector.start();
    collector.awaitLines(2);
    append("a/2", 2);
    append("z/x/y/conn.log", 2);
    raw("z/x/y/conn.txt", "no\n");
    raw("a/.hidden", "no\n");

    assertAllThereOnce();
  }

  @Test
  void moreFilesThanMayBeOpen_takeTurns() throws Exception {
    collector.names("*.json").mostFiles(7);
    for (int i = 0; i < 60; i++) {
      append("file-" + i + "-x.json", 15);
    }
    collector.start();

    assertAllThereOnce();
    assertThat(collector.said()).contains("files wait until others are read");
  }

  @Test
  void manyFiles_areFollowedAtOnce() throws Exception {
    collector.names("*.json").mostFiles(500);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 300; i++) {
        append("f" + i + "x.json", 1);
      }
      if (round == 0) {
        collector.start();
        collector.awaitLines(300);
      }
    }

    assertAllThereOnce();
  }
}
