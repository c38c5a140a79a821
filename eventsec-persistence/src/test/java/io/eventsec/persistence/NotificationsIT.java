package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.notification.News;
import io.eventsec.persistence.notification.NotificationQuery;
import io.eventsec.persistence.notification.NotificationRecord;
import io.eventsec.persistence.notification.NotificationRetention;
import io.eventsec.persistence.notification.Notifications;
import io.eventsec.testkit.Parallel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotificationsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Correlation EXCHANGE = new Correlation("exchange-1");

  @Test
  void tell_isToldWithWhatItIsAboutAndWhatCausedIt() {
    UUID ada = STORE.people().user(TENANT, "ada");
    AlertId alert = STORE.people().raise(TENANT, 0, 1).get(0);
    News news =
        new News(
            TENANT,
            Set.of(ada),
            "alert-1",
            "Bob made you owner",
            Optional.of(alert),
            Optional.empty(),
            Optional.of(EXCHANGE));
    assertThat(tell(news)).isEqualTo(1);
    assertThat(list(ada))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.title()).isEqualTo("Bob made you owner");
              assertThat(told.topic()).isEqualTo("alert-1");
              assertThat(told.alert()).contains(alert);
              assertThat(told.incident()).isEmpty();
              assertThat(told.correlation()).contains(EXCHANGE);
              assertThat(told.readAt()).isEmpty();
            });
  }

  @Test
  void tell_theSameTopicAgain_isNotToldTwice() throws Exception {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    assertThat(tell(news("topic", ada))).isEqualTo(1);
    assertThat(tell(news("topic", ada, bob))).as("bob had not heard of it").isEqualTo(1);
    Callable<Integer> again = () -> tell(news("another", ada, bob));
    List<Integer> told = Parallel.run(Collections.nCopies(4, again));
    assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    assertThat(list(ada)).hasSize(2);
  }

  @Test
  void tell_strangersAndThoseWhoMayNotSignIn_areNotTold() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    UUID stranger = STORE.people().user(OTHER, "eve");
    STORE.people().disable(bob);
    assertThat(tell(news("topic", ada, bob, stranger, UUID.randomUUID()))).isEqualTo(1);
    assertThat(tell(news("nobody"))).isZero();
    assertThat(STORE.number("select count(*) from notifications")).isEqualTo(1);
  }

  @Test
  void tell_inATransactionThatFails_leavesNothing() {
    UUID ada = STORE.people().user(TENANT, "ada");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                with(
                    notifications -> {
                      notifications.tell(news("topic", ada));
                      throw new IllegalStateException("the change failed");
                    }));
    assertThat(list(ada)).isEmpty();
  }

  @Test
  void page_walksAllOnceNewestFirst() {
    UUID ada = STORE.people().user(TENANT, "ada");
    for (int n = 0; n < 7; n++) {
      tell(news("topic-" + n, ada));
    }
    List<String> walked = new ArrayList<>();
    NotificationQuery query = NotificationQuery.all(TENANT, ada, 3);
    Page<NotificationRecord> page = page(query);
    page.rows().forEach(row -> walked.add(row.topic()));
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.topic()));
    }
    assertThat(walked)
        .containsExactly(
            "topic-6", "topic-5", "topic-4", "topic-3", "topic-2", "topic-1", "topic-0");
    for (String cursor : List.of("", "x", CursorText.of("a"), CursorText.of(1, 2))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> page(query.withCursor(cursor)))
          .withMessageContaining("none of ours");
    }
  }

  @Test
  void read_oneAndAllUpToOne_areCountedAndFiltered() {
    UUID ada = STORE.people().user(TENANT, "ada");
    for (int n = 0; n < 4; n++) {
      tell(news("topic-" + n, ada));
    }
    List<NotificationRecord> all = list(ada);
    assertThat(unread(TENANT, ada)).isEqualTo(4);
    long newest = all.get(0).id();
    assertThat(read(TENANT, ada, newest)).isTrue();
    Instant readAt = list(ada).get(0).readAt().orElseThrow();
    assertThat(read(TENANT, ada, newest)).as("again").isTrue();
    assertThat(list(ada).get(0).readAt()).as("the first time stays").contains(readAt);
    assertThat(page(NotificationQuery.all(TENANT, ada, 10).unread()).rows())
        .extracting(NotificationRecord::topic)
        .containsExactly("topic-2", "topic-1", "topic-0");
    long second = all.get(2).id();
    assertThat(readUpTo(TENANT, ada, second)).isEqualTo(2);
    assertThat(unread(TENANT, ada)).as("what came later stays unread").isEqualTo(1);
    assertThat(readUpTo(TENANT, ada, newest)).isEqualTo(1);
    assertThat(unread(TENANT, ada)).isZero();
  }

  @Test
  void anotherUserOrTenant_canNeitherSeeNorRead() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    tell(news("topic", ada));
    long id = list(ada).get(0).id();
    assertThat(list(bob)).isEmpty();
    assertThat(read(TENANT, bob, id)).isFalse();
    assertThat(readUpTo(TENANT, bob, Long.MAX_VALUE)).isZero();
    assertThat(read(OTHER, ada, id)).isFalse();
    assertThat(readUpTo(OTHER, ada, id)).isZero();
    assertThat(page(NotificationQuery.all(OTHER, ada, 10)).rows()).isEmpty();
    assertThat(unread(OTHER, ada)).isZero();
    assertThat(unread(TENANT, ada)).isEqualTo(1);
  }

  @Test
  void unread_isCountedNoFurtherThanAThousand() {
    UUID ada = STORE.people().user(TENANT, "ada");
    fill(ada, 1500);
    assertThat(unread(TENANT, ada)).isEqualTo(Notifications.MOST_COUNTED);
  }

  @Test
  void retention_forgetsTheOldInSteps() {
    UUID ada = STORE.people().user(TENANT, "ada");
    fill(ada, 5200);
    Instant before = Instant.parse("2026-02-01T00:00:00Z");
    NotificationRetention retention = new NotificationRetention(STORE.pool());
    tell(news("new", ada));
    assertThat(retention.count(before)).isEqualTo(5200);
    assertThat(retention.forgetSome(before)).isEqualTo(5000);
    assertThat(retention.forgetSome(before)).isEqualTo(200);
    assertThat(retention.forgetSome(before)).isZero();
    assertThat(list(ada)).extracting(NotificationRecord::topic).containsExactly("new");
  }

  @Test
  void news_outOfBounds_isRefusedOrCut() {
    UUID ada = UUID.randomUUID();
    assertThatIllegalArgumentException().isThrownBy(() -> news("", ada));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> news("t".repeat(301), ada))
        .withMessage("Topic of 301 characters: use 1 to 300");
    String astral = "\ud83d\ude00".repeat(301);
    News cut =
        new News(
            TENANT, Set.of(ada), "t", astral, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(cut.title()).isEqualTo("\ud83d\ude00".repeat(299) + "…");
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    fill(ada, 300);
    TestEntities entities = STORE.entities();
    assertThat(entities.statements(() -> tell(news("topic", ada, bob)))).isEqualTo(1);
    assertThat(entities.statements(() -> page(NotificationQuery.all(TENANT, ada, 200))))
        .isEqualTo(1);
    assertThat(entities.statements(() -> unread(TENANT, ada))).isEqualTo(1);
  }

  private static void fill(UUID user, int count) {
    STORE.execute(
        "insert into notifications (tenant, user_id, topic, title, created_at) select 'default', '"
            + user
            + "', 'n' || n, 'Title', '2026-01-01T00:00Z' from generate_series(1, "
            + count
            + ") n");
  }

  private static News news(String topic, UUID... recipients) {
    return new News(
        TENANT,
        Set.of(recipients),
        topic,
        "Something happened",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static int tell(News news) {
    return with(notifications -> notifications.tell(news));
  }

  private static boolean read(Tenant tenant, UUID user, long id) {
    return with(notifications -> notifications.read(tenant, user, id));
  }

  private static int readUpTo(Tenant tenant, UUID user, long id) {
    return with(notifications -> notifications.readUpTo(tenant, user, id));
  }

  private static int unread(Tenant tenant, UUID user) {
    return with(notifications -> notifications.unread(tenant, user));
  }

  private static List<NotificationRecord> list(UUID user) {
    return page(NotificationQuery.all(TENANT, user, 100)).rows();
  }

  private static Page<NotificationRecord> page(NotificationQuery query) {
    return with(notifications -> notifications.page(query));
  }

  private static <T> T with(Function<Notifications, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Notifications(manager)));
  }
}
