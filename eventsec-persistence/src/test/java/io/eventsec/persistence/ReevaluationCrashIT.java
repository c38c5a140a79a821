package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Reevaluator;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.persistence.coverage.NewReevaluation;
import io.eventsec.persistence.coverage.ReevaluationHistory;
import io.eventsec.persistence.coverage.ReevaluationRecord;
import io.eventsec.persistence.coverage.ReevaluationRequests;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A process that re-evaluates a rule, and then a correlation, is killed at random moments: the
 * alerts, and the counts, are those of one that nobody disturbed.
 */
class ReevaluationCrashIT {
  @RegisterExtension private static final TestStore STORE = new TestStore();

  private static final int ROUNDS = Integer.getInteger("crash.rounds", 12);
  private static final int LONGEST_LIFE_MILLIS = 200;
  private static final int BATCHES = 60 * ROUNDS;
  private static final SourceRange ALL = new SourceRange("sign-ins", 3, BATCHES - 5);

  @Test
  void killedAtRandomMoments_losesNothingAndRepeatsNothing() throws Exception {
    List<RawBatch> batches = TestCorrelations.batches(BATCHES, 7);
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    batches.forEach(journal::append);
    for (RuleRef rule : List.of(ref("Sign-in"), ref("Many failed sign-ins"))) {
      NewReevaluation asked =
          new NewReevaluation(Tenant.DEFAULT, rule, List.of(ALL), Optional.empty());
      STORE.entities().inTransaction(manager -> new ReevaluationRequests(manager).add(asked));
    }
    Random random = new Random(3);
    Set<Long> places = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process process = ReevaluatingMain.start(STORE);
      assertThat(process.inputReader().readLine()).isEqualTo("re-evaluating");
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      process.destroyForcibly().waitFor();
      places.add(STORE.number("select sum(position) from reevaluations"));
    }
    finish(ReevaluatingMain.reevaluator(journal, new PostgresReevaluations(STORE.pool())));

    assertThat(places).as("places at which it was killed").hasSizeGreaterThan(ROUNDS / 3);
    assertThat(found()).isEqualTo(undisturbed(batches)).hasSizeGreaterThan(100);
    long events = 20L * (ALL.to() - ALL.from() + 1);
    assertThat(history("Sign-in").counts().events()).isEqualTo(events);
    assertThat(history("Many failed sign-ins").counts().events()).isEqualTo(events);
    assertThat(
            history("Sign-in").counts().alerts()
                + history("Many failed sign-ins").counts().alerts())
        .isEqualTo(found().size());
    assertThat(STORE.number("select count(*) from outbox")).isEqualTo(found().size());
  }

  private static Map<String, Long> undisturbed(List<RawBatch> batches) {
    InMemoryJournal journal = new InMemoryJournal();
    batches.forEach(journal::append);
    InMemoryDetectionStore store = new InMemoryDetectionStore();
    for (RuleRef rule : List.of(ref("Sign-in"), ref("Many failed sign-ins"))) {
      store.reevaluations().request(Tenant.DEFAULT, rule, List.of(ALL));
    }
    ReevaluationStore reevaluations = store.reevaluations();
    finish(ReevaluatingMain.reevaluator(journal, reevaluations));
    Map<String, Long> expected = new TreeMap<>();
    for (Alert alert : store.alerts(Tenant.DEFAULT)) {
      expected.put(alert.id().value(), store.firings(alert.id()));
    }
    return expected;
  }

  private static void finish(Reevaluator reevaluator) {
    while (!reevaluator.step(() -> {}).idle()) {
      continue;
    }
  }

  private static RuleRef ref(String title) {
    return TestCorrelations.detection().inForce(Tenant.DEFAULT).members().stream()
        .filter(ref -> titled(ref, title))
        .findFirst()
        .orElseThrow();
  }

  private static boolean titled(RuleRef ref, String title) {
    return TestCorrelations.catalogue().loaded().rules().stream()
            .anyMatch(rule -> rule.ref().equals(ref) && rule.title().equals(title))
        || TestCorrelations.catalogue().loaded().correlations().stream()
            .anyMatch(rule -> rule.ref().equals(ref) && rule.title().equals(title));
  }

  private static ReevaluationRecord history(String title) {
    return new ReevaluationHistory(STORE.pool()).ofRule(Tenant.DEFAULT, ref(title).id(), 1).get(0);
  }

  private static Map<String, Long> found() throws SQLException {
    try (Connection connection = STORE.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, firings from alerts")) {
      Map<String, Long> found = new TreeMap<>();
      while (row.next()) {
        found.put(row.getString(1), row.getLong(2));
      }
      return found;
    }
  }
}
