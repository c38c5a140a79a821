package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.advisory.AdvisoryTimes;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.advisory.ExploitProbability;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.core.vuln.range.VersionRange;
import io.eventsec.embedded.test.ProcessorTime;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AdvisoryChange;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.CarriedOver;
import io.eventsec.persistence.vulnerability.ConcernedBatch;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.RescoredAssets;
import io.eventsec.persistence.vulnerability.SideBySide;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long it takes from advisories that changed to findings that are stored. Prints; what it
 * asserts is that the findings are those of a full run. {@code -Deventsec.speed.assets=300} for
 * figures worth keeping: so many hosts with 500 packages each of those that the feeds of the corpus
 * are about, and 1,000 advisories changed. Without the corpus, {@code -Deventsec.corpus=DIRECTORY},
 * it says that nothing was measured.
 */
class ChangedAdvisoriesSpeedIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final int ASSETS = Integer.getInteger("eventsec.speed.assets", 3);
  private static final int CHANGED = 1_000;
  private static final int COMPONENTS = 500;

  /** About as many as are written in a round of 300 hosts. */
  private static final int FLOOR = 20_000;

  private static final int ROUNDS = ASSETS > 3 ? 6 : 1;
  private static final Pattern VERSION = Pattern.compile("(?:introduced|fixed) (\\S+?)(?:,|$)");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final TestFindings given = new TestFindings(STORE);
  private final FindingStore store = new FindingStore(STORE.pool());
  private final Random random = new Random(20260601);

  @Test
  void changedAdvisories_areFindingsOfAFullRun_andTheirTimeIsPrinted() throws IOException {
    AdvisoryLibrary feeds = feeds();
    MatchingLibrary library = library(feeds, 0);
    List<SoftwareComponent> packages = packages(feeds);
    for (int asset = 0; asset < ASSETS; asset++) {
      given.install(Tenant.DEFAULT, "host-" + asset, some(packages));
    }
    evaluateAll(library);
    STORE.execute("analyze");
    System.out.printf(
        "%d assets with %d components, %d advisories, %s findings%n",
        ASSETS, COMPONENTS, feeds.advisories().size(), count());
    for (int round = 1; round <= ROUNDS; round++) {
      long began = System.nanoTime();
      feeds = changed(feeds, round);
      long changed = System.nanoTime();
      MatchingLibrary next = library(feeds, round);
      long indexed = System.nanoTime();
      String said = update(library, next);
      System.out.printf(
          "round %d: library indexed in %.0f ms; %s%n", round, (indexed - changed) / 1e6, said);
      assertThat(began).isLessThan(indexed);
      library = next;
    }
    System.out.println(floor());
    MatchingLibrary known = library;
    MatchingLibrary scored = library(scored(feeds), ROUNDS + 1);
    System.out.println(judged("a day of EPSS", () -> rescore(known, scored)));
    STORE.execute("update assets set criticality = 'HIGH'");
    System.out.println(judged("another criticality of all assets", this::relabel));
    library = scored;
    evaluateAll(library);
    String incremental = digest();
    STORE.execute("truncate asset_evaluations");
    evaluateAll(library);
    assertThat(digest()).isEqualTo(incremental);
  }

  private String update(MatchingLibrary before, MatchingLibrary after) {
    ProcessorTime processor = new ProcessorTime();
    long began = System.nanoTime();
    Optional<AdvisoryChange> between = AdvisoryChange.between(before, after);
    if (between.isEmpty()) {
      evaluateAll(after);
      return "an ecosystem has come or gone with them, so that all was looked through";
    }
    AdvisoryChange change = between.get();
    long compared = System.nanoTime();
    CarriedOver carried = store.carryOver(change);
    long looked = System.nanoTime();
    Counted changes = new Counted();
    SideBySide.run(Thread::new, carried.batches(), batch -> store.evaluate(batch, change), changes);
    long ended = System.nanoTime();
    assertThat(store.countPending(after)).isZero();
    return String.format(
        Locale.ROOT,
        "%d names, %d vulnerabilities, %d in other words; compared %.0f ms, looked up %.0f ms, evaluated %.0f ms,"
            + " together %.0f ms (%d ms of processors); %d assets spared, %d batches, %s",
        change.difference().names().size(),
        change.difference().vulnerabilities().size(),
        change.difference().described().size(),
        (compared - began) / 1e6,
        (looked - compared) / 1e6,
        (ended - looked) / 1e6,
        (ended - began) / 1e6,
        processor.millis(),
        carried.spared(),
        carried.batches().size(),
        changes.all);
  }

  /** As the job does it. */
  private static final class Counted
      implements SideBySide.Outcomes<ConcernedBatch, FindingChanges> {
    private FindingChanges all = FindingChanges.NONE;

    @Override
    public void next() {}

    @Override
    public void done(ConcernedBatch batch, FindingChanges changes) {
      all = all.plus(changes);
    }

    @Override
    public void failed(ConcernedBatch batch, RuntimeException why) {
      throw why;
    }
  }

  /**
   * What the database takes for as many rows alone: to fix findings by their ids and nothing else,
   * to note it, and to write the same rows into a table without indexes. Nothing of it stays.
   */
  private static String floor() {
    List<String> statements =
        List.of(
            "create temporary table chosen on commit drop as select id from asset_vulnerabilities"
                + " where status = 'OPEN' order by md5(id::text) limit "
                + FLOOR,
            "analyze chosen",
            """
            update asset_vulnerabilities set status = 'FIXED', closed_at = greatest(now(), found_at)
            where tenant = 'default' and id in (select id from chosen)""",
            """
            insert into finding_history (tenant, finding_id, change, from_status, to_status,
              from_risk, to_risk, changed_at)
            select 'default', id, 'FIXED', 'OPEN', 'FIXED', 'LOW', 'LOW', now() from chosen""",
            """
            create temporary table bare on commit drop as
            select f.* from asset_vulnerabilities f where f.id in (select id from chosen)""");
    List<String> took = new ArrayList<>();
    int rows = 0;
    try (Connection connection = STORE.pool().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        ProcessorTime processor = new ProcessorTime();
        long began = System.nanoTime();
        statement.execute(sql);
        long ended = System.nanoTime();
        rows = Math.max(rows, statement.getUpdateCount());
        took.add(
            String.format(
                Locale.ROOT,
                "%.0f ms (%d ms of processors)",
                (ended - began) / 1e6,
                processor.millis()));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("The floor could not be measured", e);
    }
    return String.format(
        "round of nothing but %d rows: updated by id in %s, noted in %s, copied in %s",
        rows, took.get(2), took.get(3), took.get(4));
  }

  /** As the job does it: nothing is left to be compared. */
  private String judged(String what, Supplier<FindingChanges> judging) {
    ProcessorTime processor = new ProcessorTime();
    long began = System.nanoTime();
    FindingChanges changes = judging.get();
    return String.format(
        Locale.ROOT,
        "round of %s: %d findings of %s in %.0f ms (%d ms of processors)",
        what,
        changes.changed(),
        count(),
        (System.nanoTime() - began) / 1e6,
        processor.millis());
  }

  private FindingChanges rescore(MatchingLibrary before, MatchingLibrary after) {
    AdvisoryChange change = AdvisoryChange.between(before, after).orElseThrow();
    RescoredAssets assets = store.rescored(change);
    FindingChanges changes =
        assets.batches().stream()
            .map(batch -> store.judge(batch, assets))
            .reduce(FindingChanges.NONE, FindingChanges::plus);
    assertThat(store.carryOver(change.scored()).batches()).isEmpty();
    assertThat(store.countPending(after)).isZero();
    return changes;
  }

  private FindingChanges relabel() {
    return store.mislabelled(Optional.empty(), 10_000).stream()
        .map(store::judge)
        .reduce(FindingChanges.NONE, FindingChanges::plus);
  }

  /** Each vulnerability with another score. */
  private AdvisoryLibrary scored(AdvisoryLibrary feeds) {
    Map<String, ExploitProbability> scores = new HashMap<>();
    for (Advisory advisory : feeds.advisories()) {
      for (String vulnerability : advisory.vulnerabilities()) {
        scores.put(vulnerability, new ExploitProbability(random.nextDouble(), 0.5));
      }
    }
    return new AdvisoryLibrary(
        feeds.advisories(), feeds.exploited(), scores, feeds.facts(), List.of(), 0);
  }

  private void evaluateAll(MatchingLibrary library) {
    List<AssetRef> some = store.pending(library, Optional.empty(), 10_000);
    some.forEach(asset -> store.evaluate(asset, library));
  }

  /** Of all that is stored of findings and vulnerabilities. */
  private static String digest() {
    return OldSchema.strings(
            STORE.database(),
            """
            select md5(string_agg(md5(f::text), '' order by f.id)) || (
              select md5(string_agg(md5(v::text), '' order by v.id)) from vulnerabilities v)
            from asset_vulnerabilities f""")
        .get(0);
  }

  private static String count() {
    return OldSchema.strings(STORE.database(), "select count(*)::text from asset_vulnerabilities")
        .get(0);
  }

  private static MatchingLibrary library(AdvisoryLibrary feeds, int round) {
    return MatchingLibrary.of(String.format("%064x", round), true, feeds);
  }

  private static AdvisoryLibrary feeds() throws IOException {
    Path directory = Path.of(System.getProperty("eventsec.corpus", ""), "vulns", "feeds");
    if (!Files.isDirectory(directory)) {
      System.out.printf(
          "NOT MEASURED: changed advisories to stored findings. There is no corpus at %s;"
              + " say where it is by -Deventsec.corpus=DIRECTORY%n",
          directory.toAbsolutePath());
      Assumptions.abort("SKIPPED: no corpus at " + directory);
    }
    AdvisoryCollector collector = new AdvisoryCollector();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        if (!file.getFileName().toString().startsWith("deb-binary")) {
          try (InputStream in = Files.newInputStream(file)) {
            collector.add(file.getFileName().toString(), in);
          }
        }
      }
    }
    return collector.library();
  }

  /** As many with another time, a third of them without ranges, or with them again. */
  private AdvisoryLibrary changed(AdvisoryLibrary feeds, int round) {
    List<Advisory> all = new ArrayList<>(feeds.advisories());
    Collections.shuffle(all, random);
    for (int i = 0; i < CHANGED; i++) {
      Advisory one = all.get(i);
      Instant at = NOW.plusSeconds(round);
      Optional<Instant> withdrawn =
          one.isWithdrawn() || i % 3 > 0 ? Optional.empty() : Optional.of(at);
      all.set(
          i,
          new Advisory(
              one.id(),
              one.source(),
              one.aliases(),
              one.mends(),
              new AdvisoryTimes(one.times().published(), Optional.of(at), withdrawn),
              one.summary() + '.',
              one.severities(),
              one.packages(),
              one.configurations()));
    }
    return new AdvisoryLibrary(
        all, feeds.exploited(), feeds.probabilities(), feeds.facts(), List.of(), 0);
  }

  private SoftwareComponent[] some(List<SoftwareComponent> packages) {
    Set<SoftwareComponent> some = new LinkedHashSet<>();
    while (some.size() < Math.min(COMPONENTS, packages.size() / 2)) {
      some.add(packages.get(random.nextInt(packages.size())));
    }
    return some.toArray(SoftwareComponent[]::new);
  }

  /** Of each package that advisories are about one with a version from there, and two others. */
  private List<SoftwareComponent> packages(AdvisoryLibrary feeds) {
    Set<SoftwareComponent> packages = new LinkedHashSet<>();
    for (Advisory advisory : feeds.advisories()) {
      for (AffectedPackage affected : advisory.packages()) {
        component(affected.key(), version(affected)).ifPresent(packages::add);
        component(affected.key(), "99999.0").ifPresent(packages::add);
      }
    }
    return List.copyOf(packages);
  }

  private static Optional<SoftwareComponent> component(PackageKey key, String version) {
    String name = key.name().toLowerCase(Locale.ROOT);
    return switch (key.ecosystem()) {
      case "Debian" ->
          Optional.of(
              SoftwareComponent.ofPackage("deb", name, version, "amd64")
                  .withDistro("debian-" + key.release()));
      case "PyPI" -> purl("pypi", name, version);
      case "Go" -> purl("golang", name, version);
      case "npm" -> purl("npm", name, version);
      case "RubyGems" -> purl("gem", name, version);
      case "crates.io" -> purl("cargo", name, version);
      case "Bitnami" -> purl("bitnami", name, version);
      default -> Optional.empty();
    };
  }

  private static Optional<SoftwareComponent> purl(String type, String name, String version) {
    String purl =
        "pkg:" + type + '/' + name.replace("@", "%40") + '@' + version.replace("+", "%2B");
    return Optional.of(SoftwareComponent.ofPurl(type, name, version, purl));
  }

  private String version(AffectedPackage affected) {
    List<String> versions = new ArrayList<>(List.of("0.0.1"));
    for (VersionRange range : affected.ranges()) {
      Matcher found = VERSION.matcher(range.toString());
      while (found.find()) {
        versions.add(found.group(1).equals("0") ? "0.0.2" : found.group(1));
      }
    }
    return versions.get(random.nextInt(versions.size()));
  }
}
