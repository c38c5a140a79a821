package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.IncidentStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseChangesTest {
  private static final UUID USER = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  @Test
  void absentAndNobody_areToldApart() {
    CaseChanges<AlertStatus> changes = CaseChanges.read(new CaseRequest(null, "none", null, " "));
    assertThat(changes.status()).isEmpty();
    assertThat(changes.assignee()).isEmpty();
    assertThat(changes.owner()).hasValue(new CaseChanges.Subject(Optional.empty()));
    assertThat(changes.comment()).isEmpty();
    assertThat(changes.byName()).containsOnlyKeys("owner").containsValue("none");
  }

  @Test
  void allAtOnce_areReadInOrder() {
    CaseChanges<AlertStatus> changes =
        CaseChanges.read(new CaseRequest("closed", USER.toString(), USER.toString(), "Done"));
    assertThat(changes.byName().keySet()).containsExactly("status", "owner", "assignee");
    assertThat(changes.owner()).hasValue(new CaseChanges.Subject(Optional.of(USER)));
  }

  @Test
  void titleOfAnIncident_isReadBeforeTheOthers() {
    CaseChanges<IncidentStatus> changes =
        CaseChanges.read(new IncidentRequest(" Intrusion ", "closed", null, "none", null));
    assertThat(changes.title()).hasValue("Intrusion");
    assertThat(changes.byName().keySet()).containsExactly("title", "status", "assignee");
    assertThat(CaseChanges.read(new IncidentRequest("One", null, null, null, null)).byName())
        .containsOnly(java.util.Map.entry("title", "One"));
    for (String bad : List.of("", " ", "x".repeat(301))) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () -> CaseChanges.read(new IncidentRequest(bad, null, null, null, null)));
      assertThat(refused.errors().get(0).field()).isEqualTo("title");
    }
    ProblemException nothing =
        catchThrowableOfType(
            ProblemException.class,
            () -> CaseChanges.read(new IncidentRequest(null, null, null, null, "Hm")));
    assertThat(nothing.kind()).isEqualTo(ProblemKind.BAD_REQUEST);
    assertThat(nothing).hasMessageContaining("title");
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
    return catchThrowableOfType(ProblemException.class, () -> CaseChanges.read(body));
  }
}
