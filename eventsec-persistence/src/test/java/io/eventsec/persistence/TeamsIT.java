package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.NameTakenException;
import io.eventsec.persistence.identity.TeamRecord;
import io.eventsec.persistence.identity.Teams;
import io.eventsec.persistence.identity.UserRef;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeamsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  @Test
  void create_thenAddAndRemove_listsWhoIsInIt() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID bob = STORE.people().user(TENANT, "bob");
    UUID team = create(TENANT, "First line", ada).id();
    assertThat(add(TENANT, team, bob)).isTrue();
    assertThat(add(TENANT, team, ada)).isTrue();
    assertThat(add(TENANT, team, ada)).as("again").isFalse();
    assertThat(list(TENANT))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.name()).isEqualTo("First line");
              assertThat(record.members())
                  .containsExactly(
                      new UserRef(ada, "ada", "The ada"), new UserRef(bob, "bob", "The bob"));
            });
    assertThat(remove(TENANT, team, bob)).isTrue();
    assertThat(remove(TENANT, team, bob)).isFalse();
    assertThat(list(TENANT).get(0).members()).hasSize(1);
  }

  @Test
  void create_nameThatIsTaken_isRefused() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID eve = STORE.people().user(OTHER, "eve");
    create(TENANT, "First line", ada);
    assertThatThrownBy(() -> create(TENANT, "First line", ada))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining("First line");
    assertThat(create(OTHER, "First line", eve).members()).isEmpty();
  }

  @Test
  void anotherTenant_canNeitherSeeNorChangeIt() {
    UUID ada = STORE.people().user(TENANT, "ada");
    UUID eve = STORE.people().user(OTHER, "eve");
    UUID team = create(TENANT, "First line", ada).id();
    assertThat(list(OTHER)).isEmpty();
    assertThat(add(OTHER, team, eve)).isFalse();
    assertThat(add(TENANT, team, eve)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> create(TENANT, "Second", eve));
  }

  @Test
  void list_takesTwoStatementsHoweverManyTheyAre() {
    UUID ada = STORE.people().user(TENANT, "ada");
    for (int n = 0; n < 20; n++) {
      UUID team = create(TENANT, "Team " + n, ada).id();
      add(TENANT, team, ada);
    }
    assertThat(STORE.entities().statements(() -> list(TENANT))).isEqualTo(2);
  }

  private static TeamRecord create(Tenant tenant, String name, UUID creator) {
    return with(teams -> teams.create(tenant, name, creator));
  }

  private static boolean add(Tenant tenant, UUID team, UUID user) {
    return with(teams -> teams.add(tenant, team, user));
  }

  private static boolean remove(Tenant tenant, UUID team, UUID user) {
    return with(teams -> teams.remove(tenant, team, user));
  }

  private static List<TeamRecord> list(Tenant tenant) {
    return with(teams -> teams.list(tenant));
  }

  private static <T> T with(Function<Teams, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Teams(manager)));
  }
}
