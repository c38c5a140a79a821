package io.eventsec.nvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.feed.AdvisoryDirectory;
import io.eventsec.core.vuln.feed.FeedContent;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import io.eventsec.core.vuln.mirror.MirrorOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvdMirrorTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final NvdExtent EXTENT =
      new NvdExtent(Instant.parse("2025-04-01T00:00:00Z"), StubNvd.PAGE, 3);
  private static final String KEY = "0a1b2c3d-secret-key-of-nvd";

  @TempDir Path directory;

  private StubNvd nvd;
  private Instant now = START;
  private int told;

  @BeforeEach
  void start() throws IOException {
    nvd = new StubNvd();
    for (int n = 0; n < 8; n++) {
      nvd.put(
          "CVE-2025-" + n,
          Instant.parse("2025-06-0" + (n + 1) + "T01:02:03Z"),
          START.minusSeconds(86_400),
          "2.0");
    }
    nvd.put("CVE-2025-9", Instant.parse("2025-04-02T05:00:00Z"), START.minusSeconds(99), "2.0");
    nvd.put("CVE-2026-1", Instant.parse("2026-02-28T05:00:00Z"), START.minusSeconds(9), "2.0");
  }

  @AfterEach
  void stop() {
    nvd.close();
  }

  @Test
  void all_isFetchedOnce_andThenWhatHasChanged() throws Exception {
    assertThat(fetch()).isEqualTo(new MirrorOutcome.Updated(10, 0));
    AdvisoryLibrary library = library();
    assertThat(library.refused()).isEmpty();
    assertThat(library.advisories())
        .extracting(Advisory::id)
        .hasSize(10)
        .contains("CVE-2025-9", "CVE-2025-7");
    assertThat(told).isPositive();
    assertThat(isAffected(library, "1.5", "CVE-2026-1")).isTrue();

    int before = nvd.asked().size();
    now = START.plus(Duration.ofDays(1));
    nvd.put("CVE-2026-1", Instant.parse("2026-02-28T05:00:00Z"), START.plusSeconds(3_600), "1.2");
    nvd.put("CVE-2026-2", START.plusSeconds(60), START.plusSeconds(60), "3.0");
    nvd.put("CVE-2026-3", START.plusSeconds(60), START.plusSeconds(61), "3.0");
    assertThat(fetch()).isEqualTo(new MirrorOutcome.Updated(4, 0));
    assertThat(nvd.asked().size() - before).as("pages of three").isEqualTo(2);
    assertThat(library().advisories()).hasSize(12);
    assertThat(isAffected(library(), "1.5", "CVE-2026-1"))
        .as("what was said last counts")
        .isFalse();

    now = START.plus(Duration.ofDays(2));
    assertThat(fetch()).isEqualTo(new MirrorOutcome.Unchanged());
  }

  @Test
  void longWhileWithoutFetching_isAskedAboutInWindows() throws Exception {
    fetch();
    int before = nvd.asked().size();
    now = START.plus(Duration.ofDays(300));
    nvd.put(
        "CVE-2026-3", START.plus(Duration.ofDays(250)), START.plus(Duration.ofDays(250)), "3.0");
    assertThat(fetch()).isInstanceOf(MirrorOutcome.Updated.class);
    assertThat(nvd.asked().size() - before).isEqualTo(3);
    assertThat(library().advisories()).extracting(Advisory::id).contains("CVE-2026-3");
  }

  @Test
  void nvdThatIsBusy_isAskedAgain() throws Exception {
    nvd.fail(503, 429);
    assertThat(fetch()).isEqualTo(new MirrorOutcome.Updated(10, 0));
    assertThat(library().advisories()).hasSize(10);
  }

  @Test
  void fetchThatIsCutOff_leavesNothingHalf_andGoesOnWhereItWas() throws Exception {
    fetchUntil(3);
    assertThat(directory.resolve("nvd")).doesNotExist();
    assertThat(new AdvisoryDirectory(directory).list())
        .as("nothing that is half is a feed")
        .isEmpty();
    now = START.plus(Duration.ofDays(1));
    assertThat(fetch()).isEqualTo(new MirrorOutcome.Updated(10, 0));
    assertThat(nvd.asked().size() - Set.copyOf(nvd.asked()).size())
        .as("no page twice but those of the window that was not at its end")
        .isLessThanOrEqualTo(3);
    assertThat(library().advisories()).hasSize(10);
    nvd.put("CVE-2026-4", START.plusSeconds(5), START.plusSeconds(5), "3.0");
    assertThat(fetch())
        .as("what changed while it was cut off")
        .isInstanceOf(MirrorOutcome.Updated.class);
    assertThat(library().advisories()).hasSize(11);
  }

  @Test
  void refusalsAndBrokenAnswers_areToldAndTheCopyStays() throws Exception {
    fetch();
    now = START.plus(Duration.ofDays(1));
    for (int failure : List.of(403, 404, 500, StubNvd.CUT_OFF, StubNvd.GARBAGE)) {
      nvd.fail(Collections.nCopies(30, failure).toArray(Integer[]::new));
      MirrorOutcome outcome = fetch();
      assertThat(outcome).as("%d", failure).isInstanceOf(MirrorOutcome.Failed.class);
      assertThat(outcome.toString())
          .contains("/rest/json/cves/2.0")
          .doesNotContain(KEY, KEY.substring(0, 5));
      assertThat(library().advisories()).hasSize(10);
      nvd.clearFailures();
    }
    assertThat(fetch()).isNotInstanceOf(MirrorOutcome.Failed.class);
  }

  @Test
  void key_isSentAndNotShown() throws Exception {
    fetch();
    assertThat(nvd.keys()).containsOnly(KEY);
    assertThat(nvd.access(Optional.of(KEY)).toString()).doesNotContain(KEY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nvd.access(Optional.of("two words")))
        .withMessageNotContaining("two words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NvdAccess.of(URI.create("ftp://example.org/"), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NvdAccess.of(URI.create("https://a:b@example.org/"), Optional.empty()))
        .withMessageNotContaining("a:b");
  }

  @Test
  void whoeverWaits_mayEndIt() {
    assertThatThrownBy(
            () ->
                new NvdMirror(directory, nvd.access(Optional.empty()), () -> now, EXTENT)
                    .fetch(
                        () -> {
                          throw new IllegalStateException("lost the turn");
                        }))
        .hasMessage("lost the turn");
    assertThat(directory.resolve("nvd")).doesNotExist();
  }

  @Test
  void manyFilesOfChanges_areBroughtIntoOne() throws Exception {
    fetch();
    for (int day = 1; day <= 5; day++) {
      now = START.plus(Duration.ofDays(day));
      nvd.put("CVE-2026-9", START, now.minusSeconds(60), day + ".0");
      nvd.put("CVE-2026-" + (100 + day), START, now.minusSeconds(60), "1.0");
      fetch();
    }
    try (Stream<Path> files = Files.list(directory.resolve("nvd"))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("changed-")).count())
          .isLessThanOrEqualTo(3);
    }
    assertThat(library().advisories()).hasSize(10 + 5 + 1);
    assertThat(isAffected(library(), "4.5", "CVE-2026-9")).isTrue();
    assertThat(isAffected(library(), "5.5", "CVE-2026-9")).isFalse();
  }

  private void fetchUntil(int requests) {
    assertThatThrownBy(
            () ->
                new NvdMirror(directory, nvd.access(Optional.of(KEY)), () -> now, EXTENT)
                    .fetch(
                        () -> {
                          if (nvd.asked().size() >= requests) {
                            throw new IllegalStateException("the power goes");
                          }
                        }))
        .hasMessage("the power goes");
  }

  private MirrorOutcome fetch() throws IOException, InterruptedException {
    return new NvdMirror(directory, nvd.access(Optional.of(KEY)), () -> now, EXTENT)
        .fetch(() -> told++);
  }

  private AdvisoryLibrary library() throws IOException {
    List<AdvisoryFeed> feeds = new AdvisoryDirectory(directory).list();
    assertThat(feeds).extracting(AdvisoryFeed::name).containsExactly("nvd");
    return FeedContent.read(feeds.get(0), () -> {}).library();
  }

  /** As the configuration says: on that operating system only. */
  private static boolean isAffected(AdvisoryLibrary library, String version, String cve) {
    return AdvisoryIndex.of(library.advisories())
        .match(
            List.of(
                SoftwareComponent.of(
                    CpeName.parse("cpe:2.3:a:example:product:" + version + ":*:*:*:*:*:*:*")),
                SoftwareComponent.of(CpeName.parse("cpe:2.3:o:example:os:-:*:*:*:*:*:*:*"))))
        .stream()
        .anyMatch(match -> match.advisory().id().equals(cve));
  }
}
