package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.IncidentStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be changed of an alert or incident. What is empty stays as it is; a {@link
 * Subject} without a user is nobody.
 *
 * @param title what it shall be called; alerts keep the title of their rule
 * @param status where it shall stand
 * @param owner who shall answer for it
 * @param assignee who shall work on it
 * @param comment what the user says to it, at most 4,000 characters
 * @param <S> the statuses
 */
record CaseChanges<S extends Enum<S>>(
    Optional<String> title,
    Optional<S> status,
    Optional<Subject> owner,
    Optional<Subject> assignee,
    Optional<String> comment) {
  private static final String NOBODY = "none";
  private static final int LONGEST_COMMENT = 4000;

  /**
   * Reads those of an incident.
   *
   * @throws ProblemException 400 if nothing is to be changed, 422 if a value is bad
   */
  static CaseChanges<IncidentStatus> read(@Nullable IncidentRequest body) {
    if (body == null || (body.title() == null && body.besidesTitle().saysNothing())) {
      throw nothing("{\"title\": ..., \"status\": ..., \"owner\": ..., \"assignee\": ...}");
    }
    return of(
        Optional.ofNullable(body.title()).map(IncidentRequests::title),
        IncidentStatus.class,
        body.besidesTitle());
  }

  /**
   * Reads those of an alert.
   *
   * @throws ProblemException 400 if nothing is to be changed, 422 if a value is bad
   */
  static CaseChanges<AlertStatus> read(@Nullable CaseRequest body) {
    if (body == null || body.saysNothing()) {
      throw nothing("{\"status\": ..., \"owner\": ..., \"assignee\": ...}");
    }
    return of(Optional.empty(), AlertStatus.class, body);
  }

  private static ProblemException nothing(String expected) {
    return new ProblemException(
        ProblemKind.BAD_REQUEST, "Send " + expected + " with one of them at least.");
  }

  private static <S extends Enum<S>> CaseChanges<S> of(
      Optional<String> title, Class<S> statuses, CaseRequest body) {
    Optional<String> status = Optional.ofNullable(body.status());
    return new CaseChanges<S>(
        title,
        status.map(name -> Values.one(statuses, "status", name)),
        subject("owner", body.owner()),
        subject("assignee", body.assignee()),
        comment(body.comment()));
  }

  /** The comment, if there is one. */
  static Optional<String> comment(@Nullable String given) {
    Optional<String> comment = Values.text(given);
    if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
      throw Values.invalid(
          "comment", comment.get(), "has more than 4000 characters", "Shorten it.");
    }
    return comment;
  }

  /** What is to be changed, by name, as the API spells it. */
  Map<String, String> byName() {
    Map<String, String> changes = new LinkedHashMap<>();
    title.ifPresent(value -> changes.put("title", value));
    status.ifPresent(value -> changes.put("status", Values.name(value)));
    owner.ifPresent(value -> changes.put("owner", value.name()));
    assignee.ifPresent(value -> changes.put("assignee", value.name()));
    return changes;
  }

  private static Optional<Subject> subject(String field, @Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    if (given.equals(NOBODY)) {
      return Optional.of(new Subject(Optional.empty()));
    }
    UUID id =
        Values.uuid(given)
            .orElseThrow(
                () ->
                    Values.invalid(
                        field,
                        given,
                        "is no id of a user",
                        "Send an id such as user.id of GET /api/v1/session, or none."));
    return Optional.of(new Subject(Optional.of(id)));
  }

  /**
   * Whose something shall be.
   *
   * @param user empty for nobody's
   */
  record Subject(Optional<UUID> user) {
    String name() {
      return user.map(UUID::toString).orElse(NOBODY);
    }
  }
}
