package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The users. Lives as long as its entity manager, in the caller's transaction. Not thread-safe. */
public final class Users {
  private static final String LIST =
      """
      select u.id as id, u.username as username, u.displayName as displayName, u.role as role
      from UserEntity u""";

  private final EntityManager entities;

  /** The users behind this entity manager. */
  public Users(EntityManager entities) {
    this.entities = entities;
  }

  /** How many users a tenant has, disabled ones included. */
  public long count(Tenant tenant) {
    return entities
        .createQuery("select count(u) from UserEntity u where u.tenant = :tenant", Long.class)
        .setParameter("tenant", tenant.id())
        .getSingleResult();
  }

  /**
   * Creates a user.
   *
   * @throws NameTakenException if the tenant has a user of that name
   */
  public UserAccount create(NewUser user) {
    String taken = "There is a user '" + user.username() + "' already; choose another name";
    if (findByUsername(user.tenant(), user.username()).isPresent()) {
      throw new NameTakenException(taken);
    }
    UserEntity entity = new UserEntity(user.tenant().id(), user.username());
    entity.setDisplayName(StorableText.of(user.displayName()));
    entity.setRole(user.role().name());
    entity.setPasswordHash(user.passwordHash());
    UniqueNames.persist(entities, entity, "users_username_unique", taken);
    return account(entity);
  }

  /** The tenant's user of that name. */
  public Optional<UserAccount> findByUsername(Tenant tenant, String username) {
    return entities
        .createQuery(
            "select u from UserEntity u where u.tenant = :tenant and u.username = :username",
            UserEntity.class)
        .setParameter("tenant", tenant.id())
        .setParameter("username", StorableText.of(username))
        .getResultStream()
        .findFirst()
        .map(Users::account);
  }

  /**
   * A page of the tenant's users who may sign in, by the name they sign in with: those to whom
   * something can be given. One statement.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<UserEntry> page(UserQuery query) {
    Listing listing = new Listing(LIST, "u.tenant", query.tenant());
    listing.and("u.disabled = false");
    query
        .cursor()
        .map(text -> CursorText.read(text, 1, parts -> parts.get(0)))
        .ifPresent(after -> listing.and("u.username > :after", "after", after));
    List<UserEntry> found = listing.run(entities, "u.username", query.limit() + 1, Users::entry);
    return Page.of(found, query.limit(), last -> CursorText.of(last.user().username()));
  }

  /** The user of that id, of whatever tenant. */
  public Optional<UserAccount> find(UUID id) {
    return Optional.ofNullable(entities.find(UserEntity.class, id)).map(Users::account);
  }

  /**
   * Sets a user's password hash.
   *
   * @return false if there is no such user
   */
  public boolean changePassword(UUID id, String passwordHash) {
    Optional<UserEntity> user = Optional.ofNullable(entities.find(UserEntity.class, id));
    user.ifPresent(entity -> entity.setPasswordHash(passwordHash));
    return user.isPresent();
  }

  /**
   * Lets a user in no longer, or again. Their sessions are not active while they are disabled.
   *
   * @return false if there is no such user
   */
  public boolean setDisabled(UUID id, boolean disabled) {
    Optional<UserEntity> user = Optional.ofNullable(entities.find(UserEntity.class, id));
    user.ifPresent(entity -> entity.setDisabled(disabled));
    return user.isPresent();
  }

  private static UserEntry entry(Tuple row) {
    return new UserEntry(
        new UserRef(
            row.get("id", UUID.class),
            row.get("username", String.class),
            row.get("displayName", String.class)),
        Role.valueOf(row.get("role", String.class)));
  }

  private static UserAccount account(UserEntity entity) {
    return new UserAccount(
        entity.id(),
        new Tenant(entity.tenant()),
        entity.username(),
        entity.displayName(),
        Role.valueOf(entity.role()),
        entity.passwordHash(),
        entity.disabled());
  }
}
