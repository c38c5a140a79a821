package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.alert.AlertStatus;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseChangesTest {
  private static final UUID USER = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  @Test
  void absentAndNobody_areToldApart() {
    CaseChanges<AlertStatus> changes =
        CaseChanges.read(AlertStatus.class, new CaseRequest(null, "none", null, " "));
    assertThat(changes.status()).isEmpty();
    assertThat(changes.assignee()).isEmpty();
    assertThat(changes.owner()).hasValue(new CaseChanges.Subject(Optional.empty()));
    assertThat(changes.comment()).isEmpty();
    assertThat(changes.byName()).containsOnlyKeys("owner").containsValue("none");
  }

  @Test
  void allAtOnce_areReadInOrder() {
    CaseChanges<AlertStatus> changes =
        CaseChanges.read(
            AlertStatus.class, new CaseRequest("closed", USER.toString(), USER.toString(), "Done"));
    assertThat(changes.byName().keySet()).containsExactly("status", "owner", "assignee");
    assertThat(changes.owner()).hasValue(new CaseChanges.Subject(Optional.of(USER)));
  }

  @Test
  void nothingToChange_isABadRequest() {
    assertThat(refused(null).kind()).isEqualTo(ProblemKind.BAD_REQUEST);
    assertThat(refused(new CaseRequest(null, null, null, "Hm")).kind())
        .isEqualTo(ProblemKind.BAD_REQUEST);
  }

  @Test
  void badValues_areNamed() {
    assertThat(refused(new CaseRequest("", null, null, null)).errors().get(0).field())
        .isEqualTo("status");
    assertThat(refused(new CaseRequest(null, "ada", null, null)).errors().get(0).field())
        .isEqualTo("owner");
    assertThat(refused(new CaseRequest(null, null, "", null)).errors().get(0).field())
        .isEqualTo("assignee");
    assertThat(
            refused(new CaseRequest("open", null, null, "x".repeat(4001))).errors().get(0).field())
        .isEqualTo("comment");
  }

  private static ProblemException refused(@Nullable CaseRequest body) {
    return catchThrowableOfType(
        ProblemException.class, () -> CaseChanges.read(AlertStatus.class, body));
  }
}
