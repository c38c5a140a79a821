package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentChangeKind;
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
import io.eventsec.persistence.incident.IncidentStep;
import io.eventsec.persistence.incident.Incidents;
import io.eventsec.persistence.incident.NewIncident;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users do with incidents. */
class IncidentChangesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @Test
  void change_status_isNotedAndNamesWhoClosedIt() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
  void change_title_isNotedWithBoth() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
    IncidentDetail renamed =
        changed(change(id, 1, ada, new IncidentStep.ToTitle("Intrusion by 'the \u0000 others'")));
    assertThat(renamed.summary().title()).isEqualTo("Intrusion by 'the \ufffd others'");
    assertThat(renamed.summary().revision()).isEqualTo(2);
    IncidentHistoryEntry last = renamed.history().get(renamed.history().size() - 1);
    assertThat(last.change()).isEqualTo(IncidentChangeKind.TITLE);
    assertThat(last.title())
        .contains(
            new IncidentHistoryEntry.TitleChange("Intrusion", "Intrusion by 'the \ufffd others'"));
    assertThat(last.from()).isEmpty();
    assertThat(last.comment()).contains("because");
    for (String bad : List.of("", "t".repeat(301))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IncidentStep.ToTitle(bad))
          .withMessageContaining("use 1 to 300");
    }
  }

  @Test
  void change_ownerAndAssignee_areGivenAndTakenAway() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    UUID stranger = STORE.people().user(OTHER, "eve");
    STORE.people().disable(bob);
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
    UUID ada = STORE.people().user(TENANT, "ada");
    List<AlertId> alerts = STORE.people().raise(TENANT, 0, 2);
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
    UUID ada = STORE.people().user(TENANT, "ada");
    STORE.people().user(OTHER, "eve");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
    AlertId alert = STORE.people().raise(OTHER, 1, 2).get(0);
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
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID stranger = STORE.people().user(OTHER, "eve");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID id = create(ada, STORE.people().raise(TENANT, 0, 1));
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

  private static UUID asset(Tenant tenant, String hostname) {
    Snapshot snapshot =
        new Snapshot(
            tenant,
            AssetIdentity.ofHostname(hostname),
            Instant.parse("2026-03-01T00:00:00Z"),
            List.of());
    return STORE
        .entities()
        .inTransaction(manager -> new Inventory(manager).record(snapshot))
        .asset();
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

  private static <T> T with(Function<Incidents, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Incidents(manager)));
  }
}
