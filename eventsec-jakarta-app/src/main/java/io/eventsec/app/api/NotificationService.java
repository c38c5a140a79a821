package io.eventsec.app.api;

import io.eventsec.persistence.Page;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.notification.NotificationQuery;
import io.eventsec.persistence.notification.NotificationRecord;
import io.eventsec.persistence.notification.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What users are told, each call in a transaction of its own. */
@ApplicationScoped
public class NotificationService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  /** A page of it. */
  @Transactional
  public Page<NotificationRecord> page(NotificationQuery query) {
    return notifications().page(query);
  }

  /** How many a user has not read. */
  @Transactional
  public int unread(UserAccount user) {
    return notifications().unread(user.tenant(), user.id());
  }

  /**
   * Notes that a user has read one.
   *
   * @return false if the user was told nothing of that id
   */
  @Transactional
  public boolean read(UserAccount user, long id) {
    return notifications().read(user.tenant(), user.id(), id);
  }

  /** Notes that a user has read all up to one. */
  @Transactional
  public void readUpTo(UserAccount user, long id) {
    notifications().readUpTo(user.tenant(), user.id(), id);
  }

  private Notifications notifications() {
    return new Notifications(entities);
  }
}
