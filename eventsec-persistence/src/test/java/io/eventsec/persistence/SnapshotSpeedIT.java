package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.embedded.test.ProcessorTime;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingQuery;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long it takes from 4,000 components handed in to their findings on a page, by parts, without
 * HTTP and JSON. Prints; {@code -Deventsec.speed.rounds=20} for figures worth keeping.
 */
class SnapshotSpeedIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final int ROUNDS = Integer.getInteger("eventsec.speed.rounds", 2);
  private static final int COMPONENTS = 4_000;
  private static final int VULNERABLE = 1_000;

  private final TestFindings given = new TestFindings(STORE);

  @Test
  void snapshot_isFoundInFull_andItsTimeIsPrinted() {
    MatchingLibrary library =
        new TestFeed()
            .of(
                "osv.jsonl",
                IntStream.range(0, VULNERABLE)
                    .mapToObj(
                        n ->
                            TestFeed.osv(
                                "CVE-2026-" + (1_000 + n), "p" + n, "2.0.0", TestFindings.BAD))
                    .toArray(String[]::new))
            .read();
    SoftwareComponent[] components =
        IntStream.range(0, COMPONENTS)
            .mapToObj(n -> TestFindings.npm("p" + n))
            .toArray(SoftwareComponent[]::new);
    for (int round = 1; round <= ROUNDS; round++) {
      ProcessorTime processor = new ProcessorTime();
      long began = System.nanoTime();
      AssetRef asset = given.install(Tenant.DEFAULT, "host-" + round, components);
      long recorded = System.nanoTime();
      given.evaluate(asset, library);
      long evaluated = System.nanoTime();
      Page<?> page = given.find(FindingQuery.all(Tenant.DEFAULT, 200));
      long ended = System.nanoTime();
      System.out.printf(
          "round %d: recorded in %.0f ms, evaluated in %.0f ms, listed in %.0f ms, together %.0f ms"
              + " (%d ms of processors)%n",
          round,
          (recorded - began) / 1e6,
          (evaluated - recorded) / 1e6,
          (ended - evaluated) / 1e6,
          (ended - began) / 1e6,
          processor.millis());
      assertThat(page.rows()).hasSize(200);
    }
    assertThat(
            OldSchema.strings(STORE.database(), "select count(*)::text from asset_vulnerabilities"))
        .containsExactly(Integer.toString(VULNERABLE * ROUNDS));
  }
}
