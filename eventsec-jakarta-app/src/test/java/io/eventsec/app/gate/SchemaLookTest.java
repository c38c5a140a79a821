package io.eventsec.app.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.schema.SchemaMismatchException;
import io.eventsec.persistence.schema.SchemaState;
import io.eventsec.persistence.schema.SchemaVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SchemaLookTest {
  private static final String NEEDED = "3";

  @Test
  void nodeThatMayNotMigrate_neverDoes() {
    SchemaLook look = new SchemaLook(false, SchemaLookTest::forbidden, state("1", "jobs"));
    assertThat(look.look().current()).isFalse();
  }

  @Test
  void missingTables_areNamedWithTheCure() {
    SchemaLook look =
        new SchemaLook(
            false, SchemaLookTest::forbidden, state("1", "software_components", "users"));
    assertThat(look.look().reason())
        .contains("version 1", "needs 3", "software_components, users", "role migrate or all");
  }

  @Test
  void emptyDatabase_isSaidToHaveNoSchema() {
    SchemaLook look =
        new SchemaLook(
            false,
            SchemaLookTest::forbidden,
            () -> new SchemaState(Optional.empty(), NEEDED, List.of("users")));
    assertThat(look.look().reason()).startsWith("There is no schema yet").contains("users");
  }

  @Test
  void newerSchema_isRefusedWithBothVersions() {
    SchemaLook.Found waiting = new SchemaLook(false, SchemaLookTest::forbidden, state("12")).look();
    assertThat(waiting.current()).isFalse();
    assertThat(waiting.reason()).contains("version 12", "needs 3", "Run the build that made it");

    Supplier<SchemaVersion> mismatch =
        () -> {
          throw new SchemaMismatchException("at version 12, this build needs 3");
        };
    SchemaLook.Found migrating = new SchemaLook(true, mismatch, state("12")).look();
    assertThat(migrating.current()).isFalse();
    assertThat(migrating.reason()).contains("12", "3");
  }

  @Test
  void tableDroppedUnderTheRightVersion_isNotCuredByMigrating() {
    SchemaLook look = new SchemaLook(false, SchemaLookTest::forbidden, state("3", "users"));
    assertThat(look.look().current()).isFalse();
    assertThat(look.look().reason()).contains("users", "backup").doesNotContain("role migrate");
  }

  @Test
  void neededSchema_isCurrent_howeverItGotThere() {
    assertThat(new SchemaLook(false, SchemaLookTest::forbidden, state("3")).look().current())
        .isTrue();
    assertThat(new SchemaLook(true, () -> new SchemaVersion("3", 2), state("1")).look().current())
        .isTrue();
  }

  @Test
  void databaseThatIsAway_isNoFinding() {
    Supplier<SchemaState> away =
        () -> {
          throw new StoreUnavailableException("refused");
        };
    assertThatThrownBy(() -> new SchemaLook(false, SchemaLookTest::forbidden, away).look())
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static Supplier<SchemaState> state(String version, String... missing) {
    return () -> new SchemaState(Optional.of(version), NEEDED, List.of(missing));
  }

  private static SchemaVersion forbidden() {
    throw new AssertionError("It migrated");
  }
}
