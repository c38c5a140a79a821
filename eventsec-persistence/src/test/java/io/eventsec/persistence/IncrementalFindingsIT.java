package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.MILD;
import static io.eventsec.persistence.TestFindings.exploited;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.CarriedOver;
import io.eventsec.persistence.vulnerability.ConcernedBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Only what a change concerns is compared again, and the findings are those of a full run. */
class IncrementalFindingsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);

  @Test
  void randomChanges_incrementallyGiveWhatAFullRunGives() {
    long seed = 20260302;
    Random random = new Random(seed);
    String[] records = new String[12];
    MatchingLibrary library = feed.of("osv.jsonl").read();
    long spared = 0;
    long inPart = 0;
    for (int step = 0; step < 500; step++) {
      if (random.nextInt(3) == 0) {
        MatchingLibrary before = library;
        change(random, records);
        feed.of("kev.json", exploited("CVE-2026-" + random.nextInt(records.length), "2026-02-01"))
            .of("cve.jsonl", rejected(random.nextInt(records.length)), rejected(99))
            .of("nvd.jsonl", runningOn("1." + random.nextInt(5)));
        library =
            feed.of(
                    "osv.jsonl",
                    Arrays.stream(records).filter(one -> one != null).toArray(String[]::new))
                .read();
        CarriedOver done = given.update(before, library);
        spared += done.spared();
        inPart += done.batches().stream().mapToInt(ConcernedBatch::assets).sum();
      } else {
        given.install(
            random.nextBoolean() ? TENANT : OTHER, "host-" + random.nextInt(4), some(random));
      }
      given.evaluatePending(library);
      String incremental = active();
      assertThat(incremental).as("step " + step).isEqualTo(expected(library));
      if (step % 10 == 0) {
        String before = given.dump();
        STORE.execute("truncate asset_evaluations");
        given.evaluatePending(library);
        assertThat(given.dump()).as("step " + step).isEqualTo(before);
      }
    }
    // Assets that changed advisories do not concern were spared, of others only components looked
    // at.
    assertThat(spared).isPositive();
    assertThat(inPart).isPositive();
  }

  private static void change(Random random, String[] records) {
    int at = random.nextInt(records.length);
    String record =
        TestFeed.osv(
            "CVE-2026-" + at,
            "p" + random.nextInt(6),
            "1." + random.nextInt(5) + ".0",
            random.nextBoolean() ? BAD : MILD);
    switch (random.nextInt(4)) {
      case 0 -> records[at] = "";
      case 1 -> records[at] = TestFeed.withdrawn(record);
      default -> records[at] = record;
    }
  }

  /** A number of CVE that stands for nothing. */
  private static String rejected(int n) {
    return "{\"cveMetadata\":{\"cveId\":\"CVE-2026-" + n + "\",\"state\":\"REJECTED\"}}";
  }

  /** What NVD says of a program before a version, where it runs on a system. */
  private static String runningOn(String before) {
    return """
        {"cve":{"id":"CVE-2026-50","lastModified":"2026-01-01T00:00:00.000","configurations":[{\
        "operator":"AND","nodes":[{"operator":"OR","cpeMatch":[{"vulnerable":true,"criteria":\
        "cpe:2.3:a:v:app:*:*:*:*:*:*:*:*","versionEndExcluding":"%s"}]},{"operator":"OR","cpeMatch":[\
        {"vulnerable":false,"criteria":"cpe:2.3:o:v:os:*:*:*:*:*:*:*:*"}]}]}]}}"""
        .formatted(before);
  }

  private static SoftwareComponent[] some(Random random) {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(n -> one(random))
        .distinct()
        .toArray(SoftwareComponent[]::new);
  }

  private static SoftwareComponent one(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> SoftwareComponent.ofCpe("v:os", "1", "cpe:2.3:o:v:os:1:*:*:*:*:*:*:*");
      case 1 -> {
        String version = "1." + random.nextInt(5);
        yield SoftwareComponent.ofCpe(
            "v:app", version, "cpe:2.3:a:v:app:" + version + ":*:*:*:*:*:*:*");
      }
      case 2 -> npm("p" + random.nextInt(6), "nightly");
      default -> npm("p" + random.nextInt(6), "1." + random.nextInt(5) + ".0");
    };
  }

  /** What is not fixed, but for what depends on the whole asset. */
  private static String active() {
    return String.join(
        "\n",
        OldSchema.strings(
            STORE.database(),
            """
            select concat_ws(' ', f.tenant, a.hostname, c.name, c.version, f.vulnerability_id,
              f.risk, f.undecided, f.fixed_version)
            from asset_vulnerabilities f join assets a on a.id = f.asset_id
              join software_components c on c.id = f.component_id
            where f.status <> 'FIXED' and c.cpe = '' order by 1"""));
  }

  /** What a library says of all that is installed, without what was stored before. */
  private static String expected(MatchingLibrary library) {
    Set<String> lines = new TreeSet<>();
    for (String row :
        OldSchema.strings(
            STORE.database(),
            """
            select concat_ws(' ', c.tenant, a.hostname, c.name, c.version, c.purl, a.criticality)
            from software_components c join assets a on a.id = c.asset_id
            where c.removed_at is null and c.cpe = ''""")) {
      String[] parts = row.split(" ");
      library
          .find(
              List.of(
                  io.eventsec.core.vuln.inventory.SoftwareComponent.of(PackageUrl.parse(parts[4]))),
              Criticality.valueOf(parts[5]),
              RiskPolicy.DEFAULT)
          .forEach(
              finding ->
                  lines.add(
                      String.join(
                              " ",
                              parts[0],
                              parts[1],
                              parts[2],
                              parts[3],
                              finding.vulnerability(),
                              finding.risk().level().name(),
                              finding.isAffected() ? "f" : "t",
                              String.join(", ", finding.fixedIn()))
                          .trim()));
    }
    return String.join("\n", lines);
  }
}
