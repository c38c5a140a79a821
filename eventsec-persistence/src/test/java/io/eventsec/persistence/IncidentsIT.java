package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.incident.IncidentChange;
import io.eventsec.persistence.incident.IncidentChangeResult;
import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentHistoryEntry;
import io.eventsec.persistence.incident.IncidentItem;
import io.eventsec.persistence.incident.IncidentItemRef;
import io.eventsec.persistence.incident.IncidentQuery;
import io.eventsec.persistence.incident.IncidentStep;
import io.eventsec.persistence.incident.IncidentSummary;
import io.eventsec.persistence.incident.Incidents;
import io.eventsec.persistence.incident.NewIncident;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @Test
  void create_fromAlerts_isOpenAndOwnedByItsCreator() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 3);
    UUID id = create(ada, alerts);
    IncidentDetail incident = find(TENANT, id).orElseThrow();
    IncidentSummary summary = incident.summary();
    assertThat(summary.title()).isEqualTo("Intrusion");
    assertThat(summary.severity()).isEqualTo(Severity.HIGH);
    assertThat(summary.status()).isEqualTo(IncidentStatus.OPEN);
    assertThat(summary.people().createdBy()).isEqualTo(new UserRef(ada, "ada", "The ada"));
    assertThat(summary.people().owner()).contains(summary.people().createdBy());
    assertThat(summary.people().assignee()).isEmpty();
    assertThat(summary.people().closedBy()).isEmpty();
    assertThat(summary.items()).isEqualTo(3);
    assertThat(summary.revision()).isEqualTo(1);
    assertThat(incident.description()).isEqualTo("What happened");
    assertThat(incident.items())
        .extracting(IncidentItem::ref)
        .containsExactlyInAnyOrderElementsOf(alerts.stream().map(IncidentItemRef::alert).toList());
    assertThat(incident.items())
        .extracting(IncidentItem::label)
        .containsOnly("Question for a name of ill repute");
    assertThat(incident.history())
        .extracting(IncidentHistoryEntry::change)
        .containsExactly(
            IncidentChangeKind.CREATED,
            IncidentChangeKind.ITEM_ADDED,
            IncidentChangeKind.ITEM_ADDED,
            IncidentChangeKind.ITEM_ADDED);
  }

  @Test
  void create_withWhatIsNotTheTenants_isRefusedAndLeavesNothing() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID stranger = STORE.people().user(OTHER, "eve");
    List<AlertId> mine = STORE.people().raise(TENANT, 0, 1);
    List<AlertId> foreign = STORE.people().raise(OTHER, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(ada, List.of(mine.get(0), foreign.get(0))))
        .withMessageContaining(foreign.get(0).value())
        .withMessageNotContaining(mine.get(0).value());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(stranger, mine))
        .withMessageContaining("none of tenant");
    STORE.people().disable(ada);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(ada, mine))
        .withMessageContaining("disabled");
    assertThat(STORE.number("select count(*) from incidents")).isZero();
  }

  @Test
  void newIncident_outOfBounds_isRefused() {
    UUID ada = UUID.randomUUID();
    AlertId alert = TestEvents.alert(TENANT, 1).id();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewIncident(TENANT, "", "", Severity.LOW, ada, Set.of(alert)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NewIncident(TENANT, "t".repeat(301), "", Severity.LOW, ada, Set.of(alert)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewIncident(TENANT, "t", "", Severity.LOW, ada, Set.of()))
        .withMessageContaining("1 to 200");
  }

  @Test
  void find_ofAnotherTenant_isEmpty() {
    UUID id = create(STORE.people().user(TENANT, "ada"), STORE.people().raise(TENANT, 0, 1));
    assertThat(find(OTHER, id)).isEmpty();
    assertThat(page(IncidentQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void page_walksAllOnceNewestFirst() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 1);
    List<UUID> created = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      created.add(create(ada, alerts));
    }
    // Two at one moment, so that the id decides between them.
    STORE.execute("update incidents set created_at = (select min(created_at) from incidents)");
    List<UUID> walked = new ArrayList<>();
    IncidentQuery query = IncidentQuery.all(TENANT, 3);
    Page<IncidentSummary> page = page(query);
    page.rows().forEach(row -> walked.add(row.id()));
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.id()));
    }
    assertThat(walked).containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void page_filters() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 2);
    UUID first = create(ada, alerts.subList(0, 1));
    UUID second = create(bob, alerts.subList(1, 2));
    change(first, 1, ada, new IncidentStep.ToStatus(IncidentStatus.IN_PROGRESS));
    change(second, 1, ada, new IncidentStep.ToRole(CaseRole.ASSIGNEE, Optional.of(ada)));
    IncidentQuery all = IncidentQuery.all(TENANT, 10);
    assertThat(ids(all)).containsExactly(second, first);
    assertThat(ids(all.withStatuses(Set.of(IncidentStatus.IN_PROGRESS)))).containsExactly(first);
    assertThat(ids(all.withSeverities(Set.of(Severity.LOW)))).isEmpty();
    assertThat(ids(all.withOwner(bob))).containsExactly(second);
    assertThat(ids(all.withAssignee(ada))).containsExactly(second);
    assertThat(ids(all.withAlert(alerts.get(0)))).containsExactly(first);
  }

  @Test
  void page_foreignCursor_isRefused() {
    for (String cursor : List.of("", "x", "!!", CursorText.of("a", "b"), CursorText.of("1"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> page(IncidentQuery.all(TENANT, 10).withCursor(cursor)))
          .withMessageContaining("none of ours");
    }
  }

  @Test
  void hostileText_isKeptAsItIs() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 1);
    String hostile = "'); drop table incidents; -- \" :x ?1 {0} \\";
    NewIncident incident =
        new NewIncident(TENANT, hostile, hostile, Severity.LOW, ada, Set.copyOf(alerts));
    UUID id = with(incidents -> incidents.create(incident));
    IncidentChange change =
        new IncidentChange(
            TENANT,
            id,
            1,
            ada,
            new IncidentStep.AddItems(
                Set.of(IncidentItemRef.event(TestEvents.event(TENANT, 1).id()))),
            Optional.of(hostile));
    IncidentDetail detail = changed(with(incidents -> incidents.change(change)));
    assertThat(detail.summary().title()).isEqualTo(hostile);
    assertThat(detail.description()).isEqualTo(hostile);
    assertThat(detail.history().get(2).comment()).contains(hostile);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IncidentItemRef(IncidentItemKind.EVENT, hostile));
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 100);
    UUID small = create(ada, alerts.subList(0, 1));
    UUID large = create(ada, alerts.subList(0, 90));
    for (int n = 0; n < 50; n++) {
      create(STORE.people().user(TENANT, "user" + n), alerts.subList(n, n + 1));
    }
    assertThat(STORE.entities().statements(() -> page(IncidentQuery.all(TENANT, 5)))).isEqualTo(1);
    assertThat(STORE.entities().statements(() -> page(IncidentQuery.all(TENANT, 50)))).isEqualTo(1);
    assertThat(STORE.entities().statements(() -> find(TENANT, small))).isEqualTo(3);
    assertThat(STORE.entities().statements(() -> find(TENANT, large))).isEqualTo(3);
    long one = STORE.entities().statements(() -> create(ada, alerts.subList(0, 1)));
    assertThat(STORE.entities().statements(() -> create(ada, alerts))).isEqualTo(one);
    long addOne =
        STORE.entities().statements(() -> change(small, 1, ada, add(alerts.subList(1, 2))));
    assertThat(STORE.entities().statements(() -> change(small, 2, ada, add(alerts))))
        .isEqualTo(addOne);
  }

  private static IncidentStep add(List<AlertId> alerts) {
    return new IncidentStep.AddItems(
        alerts.stream().map(IncidentItemRef::alert).collect(Collectors.toSet()));
  }

  private static UUID create(UUID creator, List<AlertId> alerts) {
    NewIncident incident =
        new NewIncident(
            TENANT, "Intrusion", "What happened", Severity.HIGH, creator, Set.copyOf(alerts));
    return with(incidents -> incidents.create(incident));
  }

  private static IncidentChangeResult change(UUID id, int revision, UUID user, IncidentStep step) {
    IncidentChange change =
        new IncidentChange(TENANT, id, revision, user, step, Optional.of("because"));
    return with(incidents -> incidents.change(change));
  }

  private static IncidentDetail changed(IncidentChangeResult result) {
    assertThat(result).isInstanceOf(IncidentChangeResult.Changed.class);
    return ((IncidentChangeResult.Changed) result).incident();
  }

  private static Optional<IncidentDetail> find(Tenant tenant, UUID id) {
    return with(incidents -> incidents.find(tenant, id));
  }

  private static Page<IncidentSummary> page(IncidentQuery query) {
    return with(incidents -> incidents.page(query));
  }

  private static List<UUID> ids(IncidentQuery query) {
    return page(query).rows().stream().map(IncidentSummary::id).toList();
  }

  private static <T> T with(Function<Incidents, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Incidents(manager)));
  }
}
