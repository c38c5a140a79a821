package io.eventsec.app.security;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.identity.NewUser;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.identity.SetupTokens;
import io.eventsec.persistence.identity.TokenHash;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.identity.UserEntry;
import io.eventsec.persistence.identity.UserQuery;
import io.eventsec.persistence.identity.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The users and the token that lets the first one in. */
@ApplicationScoped
public class Accounts {
  /** The only tenant that people sign in to so far. */
  public static final Tenant TENANT = Tenant.DEFAULT;

  private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  /** True while there is no user. */
  @Transactional
  public boolean setupNeeded() {
    return new Users(entities).count(TENANT) == 0;
  }

  /**
   * The setup token: the one there was while it is good, so that a link which somebody has been
   * given survives a restart; else a new one, and the one before is worthless then.
   *
   * @param before what an earlier start wrote down
   * @return empty if there are users already
   */
  @Transactional
  public Optional<String> setupToken(Optional<String> before) {
    if (!setupNeeded()) {
      return Optional.empty();
    }
    SetupTokens tokens = new SetupTokens(entities);
    Instant now = Instant.now();
    Optional<String> good =
        before.filter(token -> tokens.isValid(TENANT, TokenHash.ofToken(token), now));
    if (good.isPresent()) {
      return good;
    }
    String token = Tokens.random();
    tokens.replace(TENANT, TokenHash.ofToken(token), now.plus(TOKEN_LIFETIME));
    return Optional.of(token);
  }

  /**
   * Creates the first administrator. The token is used up by it, and two at once cannot both use
   * it.
   *
   * @return empty if the token is not the one, or has expired
   */
  @Transactional
  public Optional<UserAccount> createFirst(String token, FirstUser user) {
    boolean redeemed =
        new SetupTokens(entities).redeem(TENANT, TokenHash.ofToken(token), Instant.now());
    if (!redeemed || !setupNeeded()) {
      return Optional.empty();
    }
    NewUser administrator =
        new NewUser(TENANT, user.username(), user.displayName(), Role.ADMIN, user.passwordHash());
    return Optional.of(new Users(entities).create(administrator));
  }

  /**
   * A page of the users who may sign in.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  @Transactional
  public Page<UserEntry> page(UserQuery query) {
    return new Users(entities).page(query);
  }

  /** The user of that name. */
  @Transactional
  public Optional<UserAccount> find(String username) {
    return new Users(entities).findByUsername(TENANT, username);
  }

  /**
   * The first administrator to be.
   *
   * @param username to sign in with
   * @param displayName what others see
   * @param passwordHash as {@link PasswordHasher} makes it
   */
  public record FirstUser(String username, String displayName, String passwordHash) {
    /** Everything but the hash. */
    @Override
    public String toString() {
      return "FirstUser[" + username + ']';
    }
  }
}
