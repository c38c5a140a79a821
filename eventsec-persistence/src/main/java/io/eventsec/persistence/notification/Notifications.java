package io.eventsec.persistence.notification;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * What users are told. In the caller's transaction: what happened and the news of it are there
 * together or not at all. Not thread-safe.
 */
public final class Notifications {
  /** Beyond that many unread ones nobody counts on. */
  public static final int MOST_COUNTED = 1000;

  private static final String TELL =
      """
      insert into notifications
        (tenant, user_id, topic, title, alert_id, incident_id, correlation_id, created_at)
      select u.tenant, u.id, :topic, :title, nullif(:alert, ''),
        cast(nullif(:incident, '') as uuid), nullif(:correlation, ''), :now
      from users u
      where u.tenant = :tenant and not u.disabled and u.id = any (cast(:recipients as uuid[]))
      order by u.id
      on conflict on constraint notifications_once do nothing""";

  private static final String UNREAD =
      """
      select count(*) from (
        select 1 from notifications n
        where n.tenant = :tenant and n.user_id = :user and n.read_at is null
        limit :most) as counted""";

  private static final String READ =
      """
      update NotificationEntity n set n.readAt = greatest(n.createdAt, :now)
      where n.tenant = :tenant and n.user.id = :user and n.readAt is null and n.id \
      """;

  private final EntityManager entities;

  /** The notifications behind this entity manager. */
  public Notifications(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Tells the users who have not been told about that topic yet: one statement for all of them.
   *
   * @return how many users it was told
   */
  public int tell(News news) {
    if (news.recipients().isEmpty()) {
      return 0;
    }
    return entities
        .createNativeQuery(TELL)
        .setParameter("topic", StorableText.of(news.topic()))
        .setParameter("title", StorableText.of(news.title()))
        .setParameter("alert", news.alert().map(AlertId::value).orElse(""))
        .setParameter("incident", news.incident().map(UUID::toString).orElse(""))
        .setParameter("correlation", news.correlation().map(Correlation::id).orElse(""))
        .setParameter("now", Now.micros())
        .setParameter("tenant", news.tenant().id())
        .setParameter(
            "recipients", news.recipients().stream().map(UUID::toString).toArray(String[]::new))
        .executeUpdate();
  }

  /**
   * A page, newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<NotificationRecord> page(NotificationQuery query) {
    List<NotificationRecord> found =
        new NotificationListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), NotificationListing::cursorAfter);
  }

  /** How many a user has not read; {@link #MOST_COUNTED} for so many or more. */
  public int unread(Tenant tenant, UUID user) {
    Number unread =
        (Number)
            entities
                .createNativeQuery(UNREAD, Long.class)
                .setParameter("tenant", tenant.id())
                .setParameter("user", user)
                .setParameter("most", MOST_COUNTED)
                .getSingleResult();
    return unread.intValue();
  }

  /**
   * Notes that a user has read one.
   *
   * @return false if the user was told nothing of that id; true also if it was read before
   */
  public boolean read(Tenant tenant, UUID user, long id) {
    return mark(tenant, user, "= :id", id) == 1 || has(tenant, user, id);
  }

  /**
   * Notes that a user has read all up to one, which are those they could see.
   *
   * @return how many were unread before
   */
  public int readUpTo(Tenant tenant, UUID user, long id) {
    return mark(tenant, user, "<= :id", id);
  }

  private int mark(Tenant tenant, UUID user, String which, long id) {
    return entities
        .createQuery(READ + which)
        .setParameter("now", Now.micros())
        .setParameter("tenant", tenant.id())
        .setParameter("user", user)
        .setParameter("id", id)
        .executeUpdate();
  }

  private boolean has(Tenant tenant, UUID user, long id) {
    return entities
            .createQuery(
                """
                select count(n) from NotificationEntity n
                where n.tenant = :tenant and n.user.id = :user and n.id = :id""",
                Long.class)
            .setParameter("tenant", tenant.id())
            .setParameter("user", user)
            .setParameter("id", id)
            .getSingleResult()
        == 1;
  }
}
