package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be changed of an alert or incident. What is empty stays as it is; a {@link
 * Subject} without a user is nobody.
 *
 * @param status where it shall stand
 * @param owner who shall answer for it
 * @param assignee who shall work on it
 * @param comment what the user says to it, at most 4,000 characters
 * @param <S> the statuses
 */
record CaseChanges<S extends Enum<S>>(
    Optional<S> status,
    Optional<Subject> owner,
    Optional<Subject> assignee,
    Optional<String> comment) {
  private static final String NOBODY = "none";
  private static final int LONGEST_COMMENT = 4000;

  /**
   * Reads them.
   *
   * @throws ProblemException 400 if nothing is to be changed, 422 if a value is bad
   */
  static <S extends Enum<S>> CaseChanges<S> read(Class<S> statuses, @Nullable CaseRequest body) {
    if (body == null
        || (body.status() == null && body.owner() == null && body.assignee() == null)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"status\": ..., \"owner\": ..., \"assignee\": ...} with one of them at least.");
    }
    Optional<String> status = Optional.ofNullable(body.status());
    return new CaseChanges<S>(
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
