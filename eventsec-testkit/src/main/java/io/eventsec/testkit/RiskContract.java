package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.RiskCommit;
import io.eventsec.core.spi.RiskLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a detection store must collect against hosts, users and addresses. */
public abstract class RiskContract extends DetectionPortsContract {
  private static final RiskEntity BOB = new RiskEntity(EntityKind.USER, "bob");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAY_SECONDS = 86_400;

  /** For subclasses. */
  protected RiskContract() {}

  /** What tells of the store under test. */
  protected abstract RiskLedger ledger();

  @Test
  public void alert_countsAgainstEachThatItIsAbout() {
    Alert alert = TestEvents.alert(TENANT, 1);
    commit(List.of(alert));

    for (RiskEntity entity :
        List.of(
            new RiskEntity(EntityKind.HOST, "host-1"),
            new RiskEntity(EntityKind.USER, "user-1"),
            new RiskEntity(EntityKind.ADDRESS, "192.0.2.1"))) {
      RiskContribution contribution =
          new RiskContribution(TENANT, entity, alert.id(), 50, alert.eventTime());
      assertThat(ledger().find(TENANT, entity)).contains(EntityRisk.of(contribution));
      assertThat(ledger().contributions(TENANT, entity, 10)).containsExactly(contribution);
      assertThat(ledger().find(OTHER_TENANT, entity)).isEmpty();
      assertThat(ledger().contributions(OTHER_TENANT, entity, 10)).isEmpty();
    }
    assertThat(ledger().find(TENANT, new RiskEntity(EntityKind.USER, "host-1"))).isEmpty();
  }

  @Test
  public void alertThatIsThere_countsOnce_withinACommitAndBetweenTwo() {
    Alert alert = ofBob(1, 0, Severity.HIGH);
    commit(List.of(alert, alert));
    commit(List.of(alert, ofBob(2, 0, Severity.LOW)));

    EntityRisk risk = bob();
    assertThat(risk.score().value()).isEqualTo(55);
    assertThat(risk.alerts()).isEqualTo(2);
    assertThat(ledger().contributions(TENANT, BOB, 10)).hasSize(2);
  }

  @Test
  public void scoreFades_andWhatComesLateFadesToo() {
    commit(List.of(ofBob(1, DAY_SECONDS, Severity.CRITICAL)));
    commit(List.of(ofBob(2, 0, Severity.MEDIUM)));
    assertThat(bob().score().value()).isCloseTo(90, within(1e-9));
    commit(List.of(ofBob(3, 3 * DAY_SECONDS, Severity.HIGH)));

    EntityRisk risk = bob();
    assertThat(risk.score().value()).isCloseTo(50 + 90 / 4.0, within(1e-9));
    assertThat(risk.lastSeen()).isEqualTo(TestEvents.BEGINNING.plus(DAY.multipliedBy(3)));
    assertThat(risk.lastAlert()).isEqualTo(ofBob(3, 3 * DAY_SECONDS, Severity.HIGH).id());
    assertThat(ledger().contributions(TENANT, BOB, 2))
        .extracting(RiskContribution::points)
        .containsExactly(50, 80);
  }

  @Test
  public void alertsYearsApart_leaveWhatIsNew() {
    commit(List.of(ofBob(1, 0, Severity.CRITICAL)));
    commit(List.of(ofBob(2, 20_000 * DAY_SECONDS, Severity.LOW)));
    commit(List.of(ofBob(3, DAY_SECONDS, Severity.CRITICAL)));

    assertThat(bob().score().value()).isCloseTo(5, within(1e-9));
    assertThat(bob().alerts()).isEqualTo(3);
  }

  @Test
  public void anyOrderInAnySteps_givesOneScore() {
    List<Alert> alerts =
        new ArrayList<>(
            IntStream.range(0, 60)
                .mapToObj(n -> ofBob(n, n * 7_000, Severity.values()[1 + n % 4]))
                .toList());
    double expected =
        alerts.stream()
            .flatMap(alert -> RiskModel.DEFAULT.contributions(alert).stream())
            .map(RiskContribution::score)
            .reduce((sum, one) -> sum.plus(one, DAY))
            .orElseThrow()
            .value();
    Collections.shuffle(alerts, new Random(4));
    for (int from = 0; from < alerts.size(); from += 7) {
      commit(alerts.subList(from, Math.min(alerts.size(), from + 7)));
    }

    EntityRisk risk = bob();
    assertThat(risk.score().value()).isCloseTo(expected, within(1e-9 * expected));
    assertThat(risk.lastSeen()).isEqualTo(TestEvents.BEGINNING.plusSeconds(59 * 7_000));
    assertThat(risk.alerts()).isEqualTo(60);
  }

  @Test
  public void manyAlerts_countAllOfThem() {
    commit(IntStream.range(0, 1_200).mapToObj(n -> ofBob(n, 0, Severity.LOW)).toList());

    assertThat(bob().score().value()).isCloseTo(6_000, within(1e-6));
    assertThat(ledger().contributions(TENANT, BOB, 1_000)).hasSize(1_000);
  }

  @Test
  public void tenants_collectEachTheirOwn() {
    openTenant(OTHER_TENANT);
    Alert other = TestEvents.alert(user(OTHER_TENANT, 1, 0, "bob"), Severity.LOW);
    commit(List.of(ofBob(1, 0, Severity.HIGH), other));

    assertThat(bob().score().value()).isEqualTo(50);
    assertThat(ledger().find(OTHER_TENANT, BOB).orElseThrow().score().value()).isEqualTo(5);
  }

  @Test
  public void readerStandsElsewhere_nothingCounts() {
    commit(List.of(ofBob(1, 0, Severity.HIGH)));
    Alert lost = ofBob(2, 0, Severity.HIGH);
    ReaderStep stale = new ReaderStep(READER, JournalPosition.START, new JournalPosition(5));
    assertThatThrownBy(() -> commit(stale, List.of(lost)))
        .isInstanceOf(PositionConflictException.class);
    assertThat(bob().alerts()).isEqualTo(1);
  }

  @Test
  public void contributionOfAnAlertThatIsNotCommitted_doesNotCount() {
    RiskContribution stray =
        new RiskContribution(
            TENANT, BOB, ofBob(9, 0, Severity.HIGH).id(), 50, TestEvents.BEGINNING);
    ports()
        .store()
        .commit(
            new DetectionCommit(nextStep(), List.of(ofBob(1, 0, Severity.LOW)), List.of(), 1)
                .with(new RiskCommit(DAY, List.of(stray))));
    assertThat(ledger().find(TENANT, BOB)).isEmpty();
  }

  @Test
  public void namesThatSomeStoresCannotHold_stopNothing() {
    Alert plain = TestEvents.alert(TENANT, 1);
    String odd = "nul \u0000, half a pair \ud83d, quote \", \u00e4\ud83d\ude00\u2028\n";
    Alert alert =
        new Alert(
            AlertId.of(TENANT, plain.rule(), List.of(plain.evidence().get(0).id())),
            TENANT,
            plain.rule(),
            plain.title(),
            Severity.HIGH,
            List.of(),
            new Entities(
                List.of(odd, "line\nfeed"), List.of("a\u0000", "a\ufffd", "bob"), List.of("::1")),
            List.of(),
            plain.evidence());
    assertThat(commit(List.of(alert))).containsExactly(alert);

    assertThat(bob().score().value()).isEqualTo(50);
    RiskEntity twoLines = new RiskEntity(EntityKind.HOST, "line\nfeed");
    assertThat(ledger().find(TENANT, twoLines).orElseThrow().entity()).isEqualTo(twoLines);
  }

  @Test
  public void limitOutOfBounds_isRefused() {
    for (int most : new int[] {0, 1_001}) {
      assertThatThrownBy(() -> ledger().contributions(TENANT, BOB, most))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 to 1000");
    }
  }

  private EntityRisk bob() {
    return ledger().find(TENANT, BOB).orElseThrow();
  }

  private static Alert ofBob(int n, int second, Severity severity) {
    return TestEvents.alert(user(TENANT, n, second, "bob"), severity);
  }

  private static Event user(Tenant tenant, int n, int second, String user) {
    return Event.builder(TestEvents.event(tenant, n).id(), tenant, TestEvents.SOURCE)
        .time(TestEvents.BEGINNING.plusSeconds(second))
        .ecs("user.name", user)
        .build();
  }

  private List<Alert> commit(List<Alert> alerts) {
    return commit(nextStep(), alerts);
  }

  private List<Alert> commit(ReaderStep step, List<Alert> alerts) {
    List<RiskContribution> contributions =
        alerts.stream().flatMap(alert -> RiskModel.DEFAULT.contributions(alert).stream()).toList();
    RiskCommit risk = new RiskCommit(DAY, contributions);
    return ports().store().commit(new DetectionCommit(step, alerts, List.of(), 1).with(risk));
  }
}
