package io.eventsec.core.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eventsec.core.spi.AdvisoryFeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoryShelfTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path directory;
  private AdvisoryShelf shelf = new AdvisoryShelf(() -> NOW);
  private List<FeedStanding> standings = List.of();
  private int reads;
  private int writes;

  @Test
  void feeds_areReadOnceUntilTheyChange() throws IOException {
    write("osv.jsonl", osv(100));
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
    assertThat(only().inForce().orElseThrow().records()).isEqualTo(100);
    assertThat(only().readAt()).contains(NOW);
    String digest = digest();
    refresh();
    assertThat(reads).isEqualTo(1);
    assertThat(digest()).isEqualTo(digest);
    write("osv.jsonl", osv(101));
    refresh();
    assertThat(reads).isEqualTo(2);
    assertThat(digest()).isNotEqualTo(digest);
  }

  @Test
  void libraryDigest_isOfWhatIsSaidAndNotOfWhenItWasWritten() throws IOException {
    write("osv.jsonl", osv(3));
    refresh();
    String digest = digest();
    write("osv.jsonl", osv(3));
    shelf = new AdvisoryShelf(() -> NOW);
    refresh();
    assertThat(digest()).isEqualTo(digest);
    assertThat(shelf.isComplete(standings)).isTrue();
  }

  @Test
  void feedThatLostMoreThanAFifth_isHeldBackUntilItIsAccepted() throws IOException {
    write("osv.jsonl", osv(100));
    refresh();
    String digest = digest();
    write("osv.jsonl", osv(80));
    refresh();
    assertThat(only().state()).as("a fifth is not more than a fifth").isEqualTo(FeedState.IN_FORCE);
    write("osv.jsonl", osv(100));
    refresh();
    write("osv.jsonl", osv(79));
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.HELD_BACK);
    assertThat(only().reason()).contains("79").contains("100");
    assertThat(digest()).isEqualTo(digest);
    assertThat(library().catalogue().details("CVE-2026-99")).isPresent();
    int before = reads;
    refresh();
    assertThat(reads).as("it is not read again and again").isEqualTo(before);
    standings = standings.stream().map(FeedStanding::accept).toList();
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
    assertThat(only().inForce().orElseThrow().records()).isEqualTo(79);
    assertThat(library().catalogue().details("CVE-2026-99")).isEmpty();
  }

  @Test
  void feedThatLostFew_isTaken() throws IOException {
    write("osv.jsonl", osv(19));
    refresh();
    write("osv.jsonl", osv(0));
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
  }

  @Test
  void heldBackFeed_afterARestart_isMissedAndSaidToBe() throws IOException {
    write("osv.jsonl", osv(100));
    write("kev.json", "{\"catalogVersion\":\"1\",\"count\":0,\"vulnerabilities\":[]}");
    refresh();
    write("osv.jsonl", osv(10));
    refresh();
    String digest = digest();
    assertThat(shelf.isComplete(standings)).isTrue();
    shelf = new AdvisoryShelf(() -> NOW);
    refresh();
    assertThat(shelf.isComplete(standings)).isFalse();
    assertThat(library().complete()).isFalse();
    assertThat(digest()).as("the same is in force").isEqualTo(digest);
  }

  @Test
  void badFeed_afterARestart_leavesWhatWasKeptInForce() throws IOException {
    AdvisoryFeeds zipped = new AdvisoryDirectory(directory);
    restart();
    Files.createDirectories(directory.resolve("years/a"));
    Files.writeString(directory.resolve("years/one.json"), one(1000));
    Files.writeString(directory.resolve("years/a/one.json"), one(1001));
    write("broken.zip", zip(30));
    write("gone.jsonl", osv(40));
    write("held.jsonl", osv(100));
    refresh();
    String digest = digest();
    MatchingLibrary before = library();

    write("broken.zip", Arrays.copyOf(zip(30), 40));
    Files.delete(directory.resolve("gone.jsonl"));
    write("held.jsonl", osv(10));
    Files.delete(directory.resolve("years/one.json"));
    Files.writeString(directory.resolve("years/a/one.json"), "{");
    restart();
    refresh();

    assertThat(zipped.list()).as("what is kept is no feed").hasSize(3);
    assertThat(standings)
        .extracting(FeedStanding::name, FeedStanding::state)
        .containsExactly(
            tuple("broken.zip", FeedState.UNREADABLE),
            tuple("gone.jsonl", FeedState.UNREADABLE),
            tuple("held.jsonl", FeedState.HELD_BACK),
            tuple("years", FeedState.UNREADABLE));
    assertThat(library().complete()).isTrue();
    assertThat(digest()).isEqualTo(digest);
    assertThat(before.catalogue().details("CVE-2026-1001")).isPresent();
    for (int known : List.of(29, 39, 99, 1000, 1001)) {
      assertThat(library().catalogue().details("CVE-2026-" + known)).as("%s", known).isPresent();
    }
    assertThat(shelf.keepProblem()).isEmpty();
  }

  @Test
  void versionThatIsAccepted_isTheOneThatIsKept() throws IOException {
    restart();
    write("osv.jsonl", osv(100));
    refresh();
    write("osv.jsonl", osv(40));
    refresh();
    standings = standings.stream().map(FeedStanding::accept).toList();
    refresh();
    write("osv.jsonl", "no feed");
    restart();
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.HELD_BACK);
    assertThat(library().complete()).isTrue();
    assertThat(library().catalogue().details("CVE-2026-39")).isPresent();
    assertThat(library().catalogue().details("CVE-2026-40")).isEmpty();
    try (Stream<Path> kept = Files.list(directory.resolve(".kept/osv.jsonl"))) {
      assertThat(kept).as("of each feed one version").hasSize(1);
    }
    standings = List.of();
    Files.delete(directory.resolve("osv.jsonl"));
    refresh();
    assertThat(directory.resolve(".kept/osv.jsonl")).as("it was given up").doesNotExist();
  }

  @Test
  void keptVersion_thatIsDamaged_isMissedAndSaidToBe() throws IOException {
    restart();
    write("osv.jsonl", osv(100));
    refresh();
    try (Stream<Path> kept = Files.list(directory.resolve(".kept/osv.jsonl"))) {
      Files.writeString(kept.findFirst().orElseThrow(), "PK");
    }
    write("osv.jsonl", osv(10));
    restart();
    refresh();
    assertThat(library().complete()).isFalse();
    assertThat(shelf.keepProblem()).isPresent();
    write("osv.jsonl", osv(101));
    refresh();
    assertThat(library().complete()).isTrue();
    assertThat(shelf.keepProblem()).isEmpty();
  }

  @Test
  void keep_thatCannotBeWritten_isSaidAndHoldsUpNothing() throws IOException {
    Path file = Files.writeString(directory.resolve(".kept"), "no directory");
    restart();
    write("osv.jsonl", osv(100));
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
    assertThat(library().complete()).isTrue();
    assertThat(shelf.keepProblem()).isPresent();
    Files.delete(file);
  }

  @Test
  void brokenFeed_leavesWhatWasSaidBefore() throws IOException {
    write("osv.zip", zip(30));
    write("nvd.json", "{\"resultsPerPage\":0,\"vulnerabilities\":[]}");
    refresh();
    String digest = digest();
    byte[] whole = zip(30);
    for (byte[] broken :
        List.of(
            "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 30))) {
      write("osv.zip", broken);
      refresh();
      FeedStanding zip = standings.get(1);
      assertThat(zip.state()).as(zip.reason()).isEqualTo(FeedState.UNREADABLE);
      assertThat(zip.reason()).isNotBlank();
    }
    write("nvd.json", "{\"resultsPerPage\":0,\"vulnerabilities\":[{\"cve\"");
    refresh();
    assertThat(standings).extracting(FeedStanding::state).containsOnly(FeedState.UNREADABLE);
    assertThat(digest()).isEqualTo(digest);
    assertThat(library().catalogue().details("CVE-2026-29")).isPresent();
    write("osv.zip", whole);
    refresh();
    assertThat(standings.get(1).state()).isEqualTo(FeedState.IN_FORCE);
  }

  @Test
  void feedOrDirectoryThatIsGone_leavesWhatWasSaidBefore() throws IOException {
    write("osv.jsonl", osv(5));
    refresh();
    Files.delete(directory.resolve("osv.jsonl"));
    refresh();
    assertThat(only().state()).isEqualTo(FeedState.UNREADABLE);
    assertThat(only().reason()).contains("gone");
    assertThat(library().catalogue().details("CVE-2026-4")).isPresent();
    Files.delete(directory);
    refresh();
    assertThat(only().reason()).contains("directory");
    assertThat(library().complete()).isTrue();
    assertThat(shelf.problem()).isPresent();
    Files.createDirectory(directory);
    write("osv.jsonl", osv(5));
    refresh();
    assertThat(shelf.problem()).isEmpty();
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
  }

  @Test
  void directoryInIt_isOneFeed() throws IOException {
    Path years = Files.createDirectories(directory.resolve("vulnrichment").resolve("2026"));
    for (int n = 0; n < 3; n++) {
      Files.writeString(years.resolve("CVE-2026-" + n + ".json"), one(n));
    }
    Files.writeString(years.resolve("README.md"), "no feed");
    Files.writeString(years.resolve("broken.json"), "{");
    Files.writeString(directory.resolve(".osv.jsonl.part"), "no feed");
    Files.writeString(directory.resolve("notes.txt"), "no feed");
    refresh();
    assertThat(only().name()).isEqualTo("vulnrichment");
    assertThat(only().inForce().orElseThrow().records()).isEqualTo(3);
    assertThat(only().inForce().orElseThrow().refused()).isEqualTo(1);
    assertThat(only().inForce().orElseThrow().firstRefusal()).contains("broken.json");
  }

  @Test
  void nameThatIsNone_isUnreadableAndHoldsUpNoOther() throws IOException {
    write("o s v.jsonl", osv(1));
    write("z.jsonl", osv(1));
    refresh();
    assertThat(standings)
        .extracting(FeedStanding::name, FeedStanding::state)
        .containsExactly(
            tuple("o_s_v.jsonl", FeedState.UNREADABLE), tuple("z.jsonl", FeedState.IN_FORCE));
    assertThat(standings.get(0).reason()).contains("rename");
  }

  @Test
  void feedThatIsReplacedWhileItIsRead_isReadAgain_andNotForEver() throws IOException {
    write("osv.jsonl", osv(5));
    refreshReplacing(1);
    assertThat(only().state()).isEqualTo(FeedState.IN_FORCE);
    assertThat(only().inForce().orElseThrow().records()).isEqualTo(6);
    write("osv.jsonl", osv(7));
    refreshReplacing(100);
    assertThat(only().state()).isEqualTo(FeedState.UNREADABLE);
    assertThat(only().reason()).contains("while it was read");
  }

  private void refreshReplacing(int times) {
    int[] left = {times};
    Runnable replace =
        () -> {
          if (left[0]-- > 0) {
            try {
              write("osv.jsonl", osv(6));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    standings = shelf.refresh(new AdvisoryDirectory(directory), standings, replace);
  }

  private void restart() {
    shelf = new AdvisoryShelf(() -> NOW, Optional.of(new FeedKeep(directory.resolve(".kept"))));
  }

  private void refresh() {
    standings = shelf.refresh(new AdvisoryDirectory(directory), standings, () -> reads++);
  }

  private FeedStanding only() {
    assertThat(standings).hasSize(1);
    return standings.get(0);
  }

  private MatchingLibrary library() {
    return shelf.library(standings);
  }

  private String digest() {
    return MatchingLibrary.digest(standings);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With a time of its own: two writes of the same size within a tick would look alike. */
  private void write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(++writes)));
  }

  private static String osv(int records) {
    return IntStream.range(0, records)
        .mapToObj(AdvisoryShelfTest::one)
        .collect(Collectors.joining("\n"));
  }

  private static String one(int n) {
    return "{\"id\":\"CVE-2026-" + n + "\",\"modified\":\"2026-01-01T00:00:00Z\",\"affected\":[]}";
  }

  private static byte[] zip(int records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int n = 0; n < records; n++) {
        zip.putNextEntry(new ZipEntry("CVE-2026-" + n + ".json"));
        zip.write(one(n).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
