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
import io.eventsec.core.vuln.risk.InvalidRiskPolicyException;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.riskpolicy.RiskPolicies;
import io.eventsec.persistence.riskpolicy.RiskPolicyChange;
import io.eventsec.persistence.vulnerability.CarriedOver;
import io.eventsec.persistence.vulnerability.ConcernedBatch;
import io.eventsec.persistence.vulnerability.FindingStore;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Only what a change concerns is compared again, and the findings are those of a full run. */
class IncrementalFindingsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  /** What is exploited is high, what is bad medium. */
  private static final String CALM =
      """
      {"name": "calm", "levels": {"high": [{"exploited": true}], "medium": [{"cvss": 9}]},
       "dueDays": {"high": 10}}""";

  private static final String BY_SCORE =
      """
      {"name": "by-score", "levels": {"critical": [{"epss": 0.5}], "high": [{"epss": 0.2}]}}""";

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);
  private final FindingStore store = new FindingStore(STORE.pool());
  private final List<RiskPolicy> policies = new ArrayList<>();
  private final Map<Tenant, UUID> users = new HashMap<>();
  private final Map<Tenant, Integer> choices = new HashMap<>();
  private final Map<String, RiskPolicy> chosen = new HashMap<>();

  @Test
  void randomChanges_incrementallyGiveWhatAFullRunGives() throws InvalidRiskPolicyException {
    policies();
    long seed = 20260302;
    Random random = new Random(seed);
    String[] records = new String[12];
    MatchingLibrary library = feed.of("osv.jsonl").read();
    long spared = 0;
    long inPart = 0;
    long judged = 0;
    for (int step = 0; step < 500; step++) {
      boolean standing = false;
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          MatchingLibrary before = library;
          library = changed(random, records);
          CarriedOver done = given.update(before, library);
          spared += done.spared();
          inPart += done.batches().stream().mapToInt(ConcernedBatch::assets).sum();
        }
        case 3 -> {
          MatchingLibrary before = library;
          library = feed.of("epss.csv", scores(random)).read();
          given.update(before, library);
          standing = true;
        }
        case 4 -> {
          choose(random);
          judged += given.relabel().changed();
          standing = true;
        }
        case 5 -> {
          STORE.execute(
              "update assets set criticality = '%s' where hostname = 'host-%d'"
                  .formatted(
                      Criticality.values()[random.nextInt(Criticality.values().length)],
                      random.nextInt(4)));
          judged += given.relabel().changed();
          standing = true;
        }
        default ->
            given.install(
                random.nextBoolean() ? TENANT : OTHER, "host-" + random.nextInt(4), some(random));
      }
      if (standing) {
        assertThat(store.countPending(library)).as("nothing is matched, step " + step).isZero();
      }
      given.evaluatePending(library);
      String incremental = active();
      assertThat(incremental).as("step " + step).isEqualTo(expected(library));
      if (standing || step % 10 == 0) {
        String before = given.dump();
        STORE.execute("truncate asset_evaluations");
        given.evaluatePending(library);
        assertThat(given.dump()).as("step " + step).isEqualTo(before);
      }
    }
    // Assets that changed advisories do not concern were spared, of others only components looked
    // at, and findings judged by what is stored of them.
    assertThat(spared).isPositive();
    assertThat(inPart).isPositive();
    assertThat(judged).isPositive();
  }

  /** The policies that tenants choose among, the built-in one first. */
  private void policies() throws InvalidRiskPolicyException {
    policies.add(RiskPolicy.DEFAULT);
    for (String json : List.of(CALM, BY_SCORE)) {
      RiskPolicyDocument document = RiskPolicyDocument.read(json.getBytes(StandardCharsets.UTF_8));
      policies.add(document.policy());
      for (Tenant tenant : List.of(TENANT, OTHER)) {
        users.computeIfAbsent(tenant, of -> STORE.people().user(of, "ada"));
        call(all -> all.create(of(tenant), document));
      }
    }
  }

  private void choose(Random random) {
    Tenant tenant = random.nextBoolean() ? TENANT : OTHER;
    RiskPolicy policy = policies.get(random.nextInt(policies.size()));
    int revision = choices.merge(tenant, 1, Integer::sum) - 1;
    boolean done = call(all -> all.choose(of(tenant), policy, revision));
    assertThat(done).isTrue();
    chosen.put(tenant.id(), policy);
  }

  private RiskPolicyChange of(Tenant tenant) {
    return new RiskPolicyChange(tenant, users.getOrDefault(tenant, new UUID(0, 0)), "by chance");
  }

  private static <T> T call(Function<RiskPolicies, T> work) {
    return STORE
        .entities()
        .inTransaction((EntityManager manager) -> work.apply(new RiskPolicies(manager)));
  }

  private MatchingLibrary changed(Random random, String[] records) {
    change(random, records);
    return feed.of(
            "kev.json", exploited("CVE-2026-" + random.nextInt(records.length), "2026-02-01"))
        .of("cve.jsonl", rejected(random.nextInt(records.length)), rejected(99))
        .of("nvd.jsonl", runningOn("1." + random.nextInt(5)))
        .of("osv.jsonl", Arrays.stream(records).filter(one -> one != null).toArray(String[]::new))
        .read();
  }

  /** A day of EPSS, with ranks that change always. */
  private static String[] scores(Random random) {
    Stream<String> head =
        Stream.of(
            "#model_version:v2025.03.14,score_date:2026-01-01T00:00:00+0000",
            "cve,epss,percentile");
    return Stream.concat(
            head,
            IntStream.range(0, 12)
                .filter(n -> random.nextInt(4) > 0)
                .mapToObj(
                    n ->
                        "CVE-2026-%d,0.%d,0.%d"
                            .formatted(n, random.nextInt(10), random.nextInt(100_000))))
        .toArray(String[]::new);
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
  private String expected(MatchingLibrary library) {
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
              chosen.getOrDefault(parts[0], RiskPolicy.DEFAULT))
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
