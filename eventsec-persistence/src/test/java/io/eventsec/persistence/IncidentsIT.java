package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.EventId;
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
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @SuppressWarnings("NullAway.Init")
  private static TestEntities entities;

  @SuppressWarnings("NullAway.Init")
  private static TestPeople people;

  @BeforeAll
  static void open() {
    entities = new TestEntities(STORE.database());
    people = new TestPeople(STORE, entities);
  }

  @AfterAll
  static void close() {
    entities.close();
  }

  @Test
  void create_fromAlerts_isOpenAndOwnedByItsCreator() {
    UUID ada = people.user(TENANT, "ada");
    List<AlertId> alerts = people.raise(TENANT, 0, 3);
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
    UUID ada = people.user(TENANT, "ada");
    UUID stranger = people.user(OTHER, "eve");
    List<AlertId> mine = people.raise(TENANT, 0, 1);
    List<AlertId> foreign = people.raise(OTHER, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(ada, List.of(mine.get(0), foreign.get(0))))
        .withMessageContaining(foreign.get(0).value())
        .withMessageNotContaining(mine.get(0).value());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(stranger, mine))
        .withMessageContaining("none of tenant");
    people.disable(ada);
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
    UUID id = create(people.user(TENANT, "ada"), people.raise(TENANT, 0, 1));
    assertThat(find(OTHER, id)).isEmpty();
    assertThat(page(IncidentQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void page_walksAllOnceNewestFirst() {
    UUID ada = people.user(TENANT, "ada");
    List<AlertId> alerts = people.raise(TENANT, 0, 1);
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
    UUID ada = people.user(TENANT, "ada");
    UUID bob = people.user(TENANT, "bob");
    List<AlertId> alerts = people.raise(TENANT, 0, 2);
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
  void change_status_isNotedAndNamesWhoClosedIt() {
    UUID ada = people.user(TENANT, "ada");
    UUID bob = people.user(TENANT, "bob");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    changed(change(id, 1, bob, new IncidentStep.ToStatus(IncidentStatus.IN_PROGRESS)));
    IncidentDetail closed =
        changed(change(id, 2, bob, new IncidentStep.ToStatus(IncidentStatus.CLOSED)));
    assertThat(closed).isEqualTo(find(TENANT, id).orElseThrow());
    assertThat(closed.summary().people().closedBy().orElseThrow().id()).isEqualTo(bob);
    assertThat(closed.summary().closedAt()).contains(closed.summary().updatedAt());
    assertThat(closed.summary().revision()).isEqualTo(3);
    IncidentHistoryEntry last = closed.history().get(closed.history().size() - 1);
    assertThat(last.change()).isEqualTo(IncidentChangeKind.STATUS);
    assertThat(last.from()).contains(IncidentStatus.IN_PROGRESS);
    assertThat(last.to()).contains(IncidentStatus.CLOSED);
    assertThat(last.comment()).contains("because");
    assertThat(last.changedBy().username()).isEqualTo("bob");
    IncidentDetail again =
        changed(change(id, 3, ada, new IncidentStep.ToStatus(IncidentStatus.IN_PROGRESS)));
    assertThat(again.summary().people().closedBy()).isEmpty();
    assertThat(again.summary().closedAt()).isEmpty();
  }

  @Test
  void change_toAStatusThatDoesNotFollow_isRefusedWithWhatDoes() {
    UUID ada = people.user(TENANT, "ada");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    changed(change(id, 1, ada, new IncidentStep.ToStatus(IncidentStatus.CLOSED)));
    IncidentChangeResult result =
        change(id, 2, ada, new IncidentStep.ToStatus(IncidentStatus.ON_HOLD));
    assertThat(result)
        .isEqualTo(
            new IncidentChangeResult.Refused(
                "An incident that is CLOSED cannot become ON_HOLD; it can become one of"
                    + " [IN_PROGRESS]"));
    assertThat(find(TENANT, id).orElseThrow().summary().revision()).isEqualTo(2);
  }

  @Test
  void change_ownerAndAssignee_areGivenAndTakenAway() {
    UUID ada = people.user(TENANT, "ada");
    UUID bob = people.user(TENANT, "bob");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    changed(change(id, 1, ada, new IncidentStep.ToRole(CaseRole.OWNER, Optional.of(bob))));
    IncidentDetail given =
        changed(change(id, 2, ada, new IncidentStep.ToRole(CaseRole.ASSIGNEE, Optional.of(ada))));
    assertThat(given.summary().people().owner().orElseThrow().id()).isEqualTo(bob);
    assertThat(given.summary().people().assignee().orElseThrow().id()).isEqualTo(ada);
    assertThat(given.summary().people().createdBy().id()).isEqualTo(ada);
    IncidentDetail taken =
        changed(change(id, 3, ada, new IncidentStep.ToRole(CaseRole.ASSIGNEE, Optional.empty())));
    assertThat(taken.summary().people().assignee()).isEmpty();
    assertThat(taken.history().subList(2, 5))
        .extracting(IncidentHistoryEntry::change)
        .containsExactly(
            IncidentChangeKind.OWNER, IncidentChangeKind.ASSIGNEE, IncidentChangeKind.ASSIGNEE);
    assertThat(taken.history().subList(2, 5))
        .extracting(entry -> entry.subject().map(UserRef::username).orElse("nobody"))
        .containsExactly("bob", "ada", "nobody");
  }

  @Test
  void change_toAUserOfAnotherTenantOrADisabledOne_isRefused() {
    UUID ada = people.user(TENANT, "ada");
    UUID bob = people.user(TENANT, "bob");
    UUID stranger = people.user(OTHER, "eve");
    people.disable(bob);
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    for (UUID wrong : List.of(bob, stranger, UUID.randomUUID())) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> change(id, 1, ada, new IncidentStep.ToRole(CaseRole.OWNER, Optional.of(wrong))))
          .withMessageContaining(wrong.toString());
    }
    assertThat(find(TENANT, id).orElseThrow().summary().revision()).isEqualTo(1);
  }

  @Test
  void change_items_areAddedOnceAndTakenOut() {
    UUID ada = people.user(TENANT, "ada");
    List<AlertId> alerts = people.raise(TENANT, 0, 2);
    UUID asset = asset(TENANT, "web-1");
    EventId event = TestEvents.event(TENANT, 7).id();
    UUID id = create(ada, alerts.subList(0, 1));
    IncidentDetail added =
        changed(
            change(
                id,
                1,
                ada,
                new IncidentStep.AddItems(
                    Set.of(
                        IncidentItemRef.alert(alerts.get(0)),
                        IncidentItemRef.alert(alerts.get(1)),
                        IncidentItemRef.asset(asset),
                        IncidentItemRef.event(event)))));
    assertThat(added.items()).hasSize(4);
    assertThat(added.items()).extracting(IncidentItem::label).contains("web-1", event.value());
    assertThat(added.history()).hasSize(5);
    IncidentItem item =
        added.items().stream()
            .filter(candidate -> candidate.ref().equals(IncidentItemRef.asset(asset)))
            .findFirst()
            .orElseThrow();
    IncidentDetail removed = changed(change(id, 2, ada, new IncidentStep.RemoveItem(item.id())));
    assertThat(removed.items()).extracting(IncidentItem::ref).doesNotContain(item.ref());
    IncidentHistoryEntry last = removed.history().get(removed.history().size() - 1);
    assertThat(last.change()).isEqualTo(IncidentChangeKind.ITEM_REMOVED);
    assertThat(last.item()).contains(item.ref());
    assertThat(change(id, 3, ada, new IncidentStep.RemoveItem(item.id())))
        .isEqualTo(new IncidentChangeResult.Refused("The incident has no item " + item.id()));
  }

  @Test
  void change_foreignItem_isRefused() {
    UUID ada = people.user(TENANT, "ada");
    people.user(OTHER, "eve");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    AlertId alert = people.raise(OTHER, 1, 2).get(0);
    UUID asset = asset(OTHER, "web-1");
    for (IncidentItemRef item :
        List.of(IncidentItemRef.alert(alert), IncidentItemRef.asset(asset))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> change(id, 1, ada, new IncidentStep.AddItems(Set.of(item))))
          .withMessageContaining(item.key());
    }
  }

  @Test
  void change_beyondAThousandItems_isRefused() {
    UUID ada = people.user(TENANT, "ada");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    STORE.execute(
        "insert into incident_items (tenant, incident_id, event_id, added_by, added_at) select"
            + " tenant, id, md5(n::text), created_by, now() from incidents,"
            + " generate_series(1, 999) n");
    IncidentItemRef more = IncidentItemRef.event(TestEvents.event(TENANT, 1).id());
    assertThat(change(id, 1, ada, new IncidentStep.AddItems(Set.of(more))))
        .isInstanceOfSatisfying(
            IncidentChangeResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("1000"));
  }

  @Test
  void change_staleMissingOrForeign_changesNothing() {
    UUID ada = people.user(TENANT, "ada");
    UUID stranger = people.user(OTHER, "eve");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    IncidentStep close = new IncidentStep.ToStatus(IncidentStatus.CLOSED);
    assertThat(change(id, 7, ada, close)).isEqualTo(new IncidentChangeResult.Stale(1));
    assertThat(change(UUID.randomUUID(), 1, ada, close))
        .isEqualTo(new IncidentChangeResult.Missing());
    IncidentChange foreign = new IncidentChange(OTHER, id, 1, stranger, close, Optional.empty());
    IncidentChangeResult result = with(incidents -> incidents.change(foreign));
    assertThat(result).isEqualTo(new IncidentChangeResult.Missing());
    assertThatIllegalArgumentException().isThrownBy(() -> change(id, 1, stranger, close));
    assertThat(find(TENANT, id).orElseThrow().summary().revision()).isEqualTo(1);
  }

  @Test
  void change_fromManyThreads_oneWins() throws Exception {
    UUID ada = people.user(TENANT, "ada");
    UUID id = create(ada, people.raise(TENANT, 0, 1));
    Callable<IncidentChangeResult> attempt =
        () -> change(id, 1, ada, new IncidentStep.ToStatus(IncidentStatus.CLOSED));
    List<IncidentChangeResult> results = Parallel.run(Collections.nCopies(4, attempt));
    assertThat(results).filteredOn(IncidentChangeResult.Changed.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(new IncidentChangeResult.Stale(2)::equals)
        .as("the others are told")
        .hasSize(3);
    assertThat(find(TENANT, id).orElseThrow().history()).hasSize(3);
  }

  @Test
  void hostileText_isKeptAsItIs() {
    UUID ada = people.user(TENANT, "ada");
    List<AlertId> alerts = people.raise(TENANT, 0, 1);
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
    UUID ada = people.user(TENANT, "ada");
    List<AlertId> alerts = people.raise(TENANT, 0, 100);
    UUID small = create(ada, alerts.subList(0, 1));
    UUID large = create(ada, alerts.subList(0, 90));
    for (int n = 0; n < 50; n++) {
      create(people.user(TENANT, "user" + n), alerts.subList(n, n + 1));
    }
    assertThat(entities.statements(() -> page(IncidentQuery.all(TENANT, 5)))).isEqualTo(1);
    assertThat(entities.statements(() -> page(IncidentQuery.all(TENANT, 50)))).isEqualTo(1);
    assertThat(entities.statements(() -> find(TENANT, small))).isEqualTo(3);
    assertThat(entities.statements(() -> find(TENANT, large))).isEqualTo(3);
    long one = entities.statements(() -> create(ada, alerts.subList(0, 1)));
    assertThat(entities.statements(() -> create(ada, alerts))).isEqualTo(one);
    long addOne = entities.statements(() -> change(small, 1, ada, add(alerts.subList(1, 2))));
    assertThat(entities.statements(() -> change(small, 2, ada, add(alerts)))).isEqualTo(addOne);
  }

  private static IncidentStep add(List<AlertId> alerts) {
    return new IncidentStep.AddItems(
        alerts.stream().map(IncidentItemRef::alert).collect(Collectors.toSet()));
  }

  private static UUID asset(Tenant tenant, String hostname) {
    Snapshot snapshot =
        new Snapshot(
            tenant,
            AssetIdentity.ofHostname(hostname),
            Instant.parse("2026-03-01T00:00:00Z"),
            List.of());
    return entities.inTransaction(manager -> new Inventory(manager).record(snapshot)).asset();
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
    return entities.inTransaction(manager -> work.apply(new Incidents(manager)));
  }
}
