package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.audit.AuditEntry;
import io.eventsec.persistence.audit.AuditLog;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.audit.AuditOutcome;
import io.eventsec.persistence.audit.AuditQuery;
import io.eventsec.persistence.audit.AuditRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @Test
  void append_isReadAsItWasWritten() {
    UUID ada = STORE.people().user(TENANT, "ada");
    AuditEntry entry =
        new AuditEntry(
            TENANT,
            Optional.of(ada),
            "ada",
            "incident.close",
            new AuditObject("incident", "42"),
            AuditOutcome.REFUSED,
            "192.0.2.1",
            "c-1",
            Map.of("reason", "'); drop table audit; -- \u0000 \u00e9 :x"));
    append(entry);
    assertThat(page(AuditQuery.all(TENANT, 10)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.entry()).isEqualTo(entry));
    assertThat(page(AuditQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void append_isThereWithTheDeedOrNotAtAll() {
    UUID ada = STORE.people().user(TENANT, "ada");
    assertThatThrownBy(
            () ->
                STORE
                    .entities()
                    .inTransaction(
                        manager -> {
                          new AuditLog(manager).append(done(ada, "user.create", "1"));
                          throw new IllegalStateException("the deed failed");
                        }))
        .hasMessage("the deed failed");
    assertThat(page(AuditQuery.all(TENANT, 10)).rows()).isEmpty();
  }

  @Test
  void page_filters() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    append(done(ada, "incident.close", "1"));
    append(done(bob, "incident.close", "2"));
    append(done(ada, "user.create", "1"));
    AuditQuery all = AuditQuery.all(TENANT, 10);
    assertThat(actions(all))
        .containsExactly("user.create 1", "incident.close 2", "incident.close 1");
    assertThat(actions(all.withActor(ada))).containsExactly("user.create 1", "incident.close 1");
    assertThat(actions(all.withAction("user.create"))).containsExactly("user.create 1");
    assertThat(actions(all.withObject(new AuditObject("thing", "2"))))
        .containsExactly("incident.close 2");
    Instant now = Instant.now();
    assertThat(actions(all.between(now.minusSeconds(600), now.plusSeconds(600)))).hasSize(3);
    assertThat(actions(all.between(now.plusSeconds(600), now.plusSeconds(700)))).isEmpty();
  }

  @Test
  void page_walksAllOnceInOneStatementEach() {
    UUID ada = STORE.people().user(TENANT, "ada");
    for (int n = 0; n < 50; n++) {
      append(done(ada, "a", String.valueOf(n)));
    }
    List<Long> walked = new ArrayList<>();
    AuditQuery query = AuditQuery.all(TENANT, 7);
    Page<AuditRecord> page = page(query);
    page.rows().forEach(row -> walked.add(row.id()));
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.id()));
    }
    assertThat(walked).hasSize(50).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(STORE.entities().statements(() -> page(AuditQuery.all(TENANT, 5)))).isEqualTo(1);
    assertThat(STORE.entities().statements(() -> page(AuditQuery.all(TENANT, 50)))).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> page(query.withCursor("x")));
  }

  @Test
  void everythingButAppending_isRefusedByTheDatabase() {
    append(done(STORE.people().user(TENANT, "ada"), "a", "1"));
    for (String sql :
        List.of(
            "update audit set actor = 'nobody'",
            "delete from audit",
            "delete from audit where false",
            "truncate audit")) {
      assertThatThrownBy(() -> STORE.execute(sql)).hasMessageContaining("audit is append-only");
    }
    assertThat(page(AuditQuery.all(TENANT, 10)).rows()).hasSize(1);
  }

  @Test
  void entry_outOfBounds_isRefused() {
    UUID ada = UUID.randomUUID();
    assertThatIllegalArgumentException().isThrownBy(() -> done(ada, "Not A Word", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> done(ada, "a".repeat(101), "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> done(ada, "a", "1".repeat(301)));
    assertThatIllegalArgumentException().isThrownBy(() -> new AuditObject("Two words", "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AuditEntry(
                    TENANT,
                    Optional.empty(),
                    "x",
                    "a",
                    new AuditObject("thing", ""),
                    AuditOutcome.DONE,
                    "",
                    "",
                    Map.of("long", "x".repeat(16_001))));
  }

  private static AuditEntry done(UUID actor, String action, String object) {
    return AuditEntry.done(TENANT, actor, "name", action, new AuditObject("thing", object));
  }

  private static void append(AuditEntry entry) {
    STORE
        .entities()
        .inTransaction(
            manager -> {
              new AuditLog(manager).append(entry);
              return true;
            });
  }

  private static List<String> actions(AuditQuery query) {
    return page(query).rows().stream()
        .map(row -> row.entry().action() + ' ' + row.entry().object().id())
        .toList();
  }

  private static Page<AuditRecord> page(AuditQuery query) {
    return STORE.entities().inTransaction(manager -> new AuditLog(manager).page(query));
  }
}
