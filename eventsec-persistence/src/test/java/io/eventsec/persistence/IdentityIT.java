package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.LoginAttempts;
import io.eventsec.persistence.identity.NameTakenException;
import io.eventsec.persistence.identity.NewSensor;
import io.eventsec.persistence.identity.NewSession;
import io.eventsec.persistence.identity.NewUser;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.identity.Sensors;
import io.eventsec.persistence.identity.SessionRecord;
import io.eventsec.persistence.identity.Sessions;
import io.eventsec.persistence.identity.SetupTokens;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.identity.TokenHash;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.identity.UserEntry;
import io.eventsec.persistence.identity.UserQuery;
import io.eventsec.persistence.identity.Users;
import io.eventsec.testkit.Parallel;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentityIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final TokenHash TOKEN = TokenHash.ofToken("a");

  @Test
  void user_createdAndFound() {
    UserAccount ada = createUser("ada");
    assertThat(ada.passwordHash()).isEqualTo("$hash$");
    assertThat(maybe(Users::new, u -> u.findByUsername(TENANT, "ada"))).contains(ada);
    assertThat(maybe(Users::new, u -> u.find(ada.id()))).contains(ada);
    assertThat(number(Users::new, u -> u.count(TENANT))).isEqualTo(1);
    assertThat(maybe(Users::new, u -> u.findByUsername(OTHER, "ada"))).isEmpty();
    assertThat(number(Users::new, u -> u.count(OTHER))).isZero();
  }

  @Test
  void user_changedAndDisabled() {
    UUID id = createUser("ada").id();
    assertThat(yes(Users::new, u -> u.changePassword(id, "$new$"))).isTrue();
    assertThat(yes(Users::new, u -> u.setDisabled(id, true))).isTrue();
    UserAccount changed = maybe(Users::new, (Users u) -> u.find(id)).orElseThrow();
    assertThat(changed.passwordHash()).isEqualTo("$new$");
    assertThat(changed.disabled()).isTrue();
    assertThat(yes(Users::new, u -> u.setDisabled(UUID.randomUUID(), true))).isFalse();
  }

  @Test
  void user_nameTaken_isRefusedWithoutTheHash() {
    new Tenants(STORE.pool()).ensure(OTHER);
    createUser("ada");
    assertThatThrownBy(() -> createUser("ada"))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining("'ada'")
        .hasNoCause();
    NewUser elsewhere = new NewUser(OTHER, "ada", "Ada", Role.VIEWER, "$hash$");
    assertThat(with(Users::new, u -> u.create(elsewhere)).tenant()).isEqualTo(OTHER);
  }

  @Test
  void user_nameTakenMeanwhile_isRefusedWithoutTheHash() throws Exception {
    Callable<Optional<UserAccount>> attempt = this::tryToCreateAda;
    List<Optional<UserAccount>> results = Parallel.run(Collections.nCopies(4, attempt));
    assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void user_badName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> createUser("No Good"))
        .withMessageContaining("'No Good'")
        .withMessageContaining("a-z")
        .withMessageNotContaining("hash");
  }

  @Test
  void user_ofUnknownTenant_isRefusedWithoutTheHash() {
    NewUser user = new NewUser(OTHER, "ada", "Ada", Role.VIEWER, "$hash$");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Users::new, users -> users.create(user)))
        .withMessageContaining("users_tenant_fk")
        .withMessageNotContaining("hash")
        .withNoCause();
  }

  @Test
  void secrets_areInNoText() {
    assertThat(createUser("ada").toString()).doesNotContain("$hash$");
    assertThat(new NewUser(TENANT, "ada", "Ada", Role.ADMIN, "$hash$").toString())
        .doesNotContain("$hash$");
    assertThat(TOKEN.toString()).isEqualTo("TokenHash[...]");
  }

  @Test
  void session_livesUntilIdleExpiredOrEnded() {
    createSession(createUser("ada").id());
    assertThat(active(NOW.plus(IDLE).minusSeconds(1))).isPresent();
    assertThat(active(NOW.plus(IDLE))).isEmpty();
    run(Sessions::new, s -> s.touch(TOKEN, NOW.plusSeconds(600)));
    run(Sessions::new, s -> s.touch(TOKEN, NOW.plusSeconds(300)));
    SessionRecord session = active(NOW.plus(IDLE)).get();
    assertThat(session.lastSeenAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(session.csrfToken()).isEqualTo("csrf");
    run(Sessions::new, s -> s.touch(TOKEN, NOW.plusSeconds(3599)));
    assertThat(active(NOW.plusSeconds(3600))).isEmpty();
    assertThat(number(Sessions::new, s -> s.deleteExpired(NOW.plusSeconds(3599)))).isZero();
    run(Sessions::new, s -> s.delete(TOKEN));
    assertThat(active(NOW)).isEmpty();
  }

  @Test
  void session_ofDisabledUser_isNotActive() {
    UUID user = createUser("ada").id();
    createSession(user);
    with(Users::new, u -> u.setDisabled(user, true));
    assertThat(active(NOW)).isEmpty();
  }

  @Test
  void sessions_areClearedAway() {
    UUID user = createUser("ada").id();
    createSession(user);
    assertThat(number(Sessions::new, s -> s.deleteAll(user))).isEqualTo(1);
    createSession(user);
    assertThat(number(Sessions::new, s -> s.deleteExpired(NOW.plusSeconds(3600)))).isEqualTo(1);
  }

  @Test
  void setupToken_worksOnceAndOnlyTheLastOne() {
    TokenHash second = TokenHash.ofToken("b");
    Instant expiry = NOW.plusSeconds(60);
    run(SetupTokens::new, t -> t.replace(TENANT, TOKEN, expiry));
    run(SetupTokens::new, t -> t.replace(TENANT, second, expiry));
    assertThat(yes(SetupTokens::new, t -> t.isValid(TENANT, TOKEN, NOW))).isFalse();
    assertThat(yes(SetupTokens::new, t -> t.isValid(OTHER, second, NOW))).isFalse();
    assertThat(yes(SetupTokens::new, t -> t.isValid(TENANT, second, expiry))).isFalse();
    assertThat(yes(SetupTokens::new, t -> t.isValid(TENANT, second, NOW))).isTrue();
    assertThat(redeem(TENANT, TOKEN, NOW)).isFalse();
    assertThat(redeem(OTHER, second, NOW)).isFalse();
    assertThat(redeem(TENANT, second, expiry)).isFalse();
    assertThat(redeem(TENANT, second, NOW)).isTrue();
    assertThat(redeem(TENANT, second, NOW)).isFalse();
  }

  @Test
  void loginAttempts_areCountedClearedAndPruned() {
    run(LoginAttempts::new, a -> a.record("user:ada", NOW));
    run(LoginAttempts::new, a -> a.record("user:ada", NOW.plusSeconds(60)));
    run(LoginAttempts::new, a -> a.record("address:192.0.2.1", NOW));
    assertThat(attempts("user:ada", NOW)).isEqualTo(2);
    assertThat(attempts("user:ada", NOW.plusSeconds(1))).isEqualTo(1);
    run(LoginAttempts::new, a -> a.clear("user:ada"));
    assertThat(attempts("user:ada", NOW)).isZero();
    assertThat(number(LoginAttempts::new, a -> a.prune(NOW.plusSeconds(1)))).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(LoginAttempts::new, a -> a.record("x".repeat(301), NOW)));
  }

  @Test
  void sensor_createdFoundUsedAndRevoked() {
    UUID user = createUser("ada").id();
    SensorRecord sensor = createSensor("dmz", TOKEN, Optional.of(user));
    run(Sensors::new, s -> s.touch(sensor.id(), NOW));
    assertThat(byToken(TOKEN).get().lastUsedAt()).contains(NOW);
    assertThat(yes(Sensors::new, s -> s.revoke(OTHER, sensor.id(), NOW))).isFalse();
    assertThat(yes(Sensors::new, s -> s.revoke(TENANT, sensor.id(), NOW))).isTrue();
    assertThat(yes(Sensors::new, s -> s.revoke(TENANT, sensor.id(), NOW.plusSeconds(9)))).isTrue();
    assertThat(byToken(TOKEN).get().revokedAt()).contains(NOW);
    assertThat(byToken(TokenHash.ofToken("b"))).isEmpty();
  }

  @Test
  void sensor_nameIsUniqueAmongThoseNotRevoked() {
    SensorRecord first = createSensor("dmz", TOKEN, Optional.empty());
    TokenHash second = TokenHash.ofToken("b");
    assertThatThrownBy(() -> createSensor("dmz", second, Optional.empty()))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining("'dmz'");
    with(Sensors::new, s -> s.revoke(TENANT, first.id(), NOW));
    SensorRecord again = createSensor("dmz", second, Optional.empty());
    assertThat(list(Sensors::new, s -> s.list(TENANT)))
        .extracting(SensorRecord::id)
        .containsExactly(first.id(), again.id());
    assertThat(list(Sensors::new, s -> s.list(OTHER))).isEmpty();
  }

  @Test
  void provision_isIdempotentAndReplacesTheToken() {
    TokenHash second = TokenHash.ofToken("b");
    SensorRecord sensor = provision("local", TOKEN);
    assertThat(provision("local", TOKEN).id()).isEqualTo(sensor.id());
    assertThat(provision("local", second).id()).isEqualTo(sensor.id());
    assertThat(byToken(TOKEN)).isEmpty();
    assertThat(byToken(second)).isPresent();
  }

  @Test
  void provision_revokedToken_staysRevoked() {
    SensorRecord sensor = provision("local", TOKEN);
    with(Sensors::new, s -> s.revoke(TENANT, sensor.id(), NOW));
    assertThat(provision("local", TOKEN).revokedAt()).contains(NOW);
  }

  @Test
  void page_walksThoseWhoMaySignInByName() {
    for (String name : List.of("eve", "ada", "cid", "bob", "dan")) {
      createUser(name);
    }
    UUID dan = maybe(Users::new, users -> users.findByUsername(TENANT, "dan")).orElseThrow().id();
    yes(Users::new, users -> users.setDisabled(dan, true));
    Page<UserEntry> first = page(new UserQuery(TENANT, Optional.empty(), 3));
    assertThat(first.rows())
        .extracting(entry -> entry.user().username())
        .containsExactly("ada", "bob", "cid");
    assertThat(first.rows().get(0).role()).isEqualTo(Role.ANALYST);
    assertThat(first.rows().get(0).user().displayName()).isEqualTo("Ada");
    Page<UserEntry> second = page(new UserQuery(TENANT, first.nextCursor(), 3));
    assertThat(second.rows()).extracting(entry -> entry.user().username()).containsExactly("eve");
    assertThat(second.nextCursor()).isEmpty();
    assertThat(page(new UserQuery(new Tenant("other"), Optional.empty(), 3)).rows()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> page(new UserQuery(TENANT, Optional.of("!!"), 3)))
        .withMessageContaining("none of ours");
  }

  @Test
  void lists_takeOneStatementHoweverLong() {
    UUID user = createUser("ada").id();
    for (int n = 0; n < 20; n++) {
      createSensor("sensor-" + n, TokenHash.ofToken("t" + n), Optional.of(user));
    }
    assertThat(STORE.entities().statements(() -> with(Sensors::new, s -> s.list(TENANT))))
        .isEqualTo(1);
    createSession(user);
    assertThat(STORE.entities().statements(() -> active(NOW))).isEqualTo(1);
  }

  private static Page<UserEntry> page(UserQuery query) {
    return with(Users::new, users -> users.page(query));
  }

  private static UserAccount createUser(String name) {
    NewUser user = new NewUser(TENANT, name, "Ada", Role.ANALYST, "$hash$");
    return with(Users::new, users -> users.create(user));
  }

  private Optional<UserAccount> tryToCreateAda() {
    try {
      return Optional.of(createUser("ada"));
    } catch (NameTakenException e) {
      assertThat(e).hasNoCause();
      return Optional.empty();
    }
  }

  private static void createSession(UUID user) {
    NewSession session = new NewSession(TOKEN, user, "csrf", NOW, NOW.plusSeconds(3600));
    run(Sessions::new, sessions -> sessions.create(session));
  }

  private static Optional<SessionRecord> active(Instant at) {
    return with(Sessions::new, sessions -> sessions.findActive(TOKEN, at, IDLE));
  }

  private static boolean redeem(Tenant tenant, TokenHash token, Instant at) {
    return with(SetupTokens::new, tokens -> tokens.redeem(tenant, token, at));
  }

  private static long attempts(String key, Instant since) {
    return with(LoginAttempts::new, attempts -> attempts.count(key, since));
  }

  private static SensorRecord createSensor(String name, TokenHash token, Optional<UUID> user) {
    return with(Sensors::new, s -> s.create(new NewSensor(TENANT, name, token, user)));
  }

  private static SensorRecord provision(String name, TokenHash token) {
    return with(Sensors::new, sensors -> sensors.provision(TENANT, name, token));
  }

  private static Optional<SensorRecord> byToken(TokenHash token) {
    return with(Sensors::new, sensors -> sensors.findByTokenHash(token));
  }

  /** Each call in a transaction and a persistence context of its own. */
  private static <R, T> T with(Function<EntityManager, R> repository, Function<R, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(repository.apply(manager)));
  }

  private static <R> boolean yes(Function<EntityManager, R> repository, Predicate<R> work) {
    return with(repository, work::test);
  }

  private static <R> long number(Function<EntityManager, R> repository, ToLongFunction<R> work) {
    return with(repository, work::applyAsLong);
  }

  private static <R, V> Optional<V> maybe(
      Function<EntityManager, R> repository, Function<R, Optional<V>> work) {
    return with(repository, work);
  }

  private static <R, V> List<V> list(
      Function<EntityManager, R> repository, Function<R, List<V>> work) {
    return with(repository, work);
  }

  private static <R> void run(Function<EntityManager, R> repository, Consumer<R> work) {
    IdentityIT.<R, Boolean>with(
        repository,
        given -> {
          work.accept(given);
          return true;
        });
  }
}
