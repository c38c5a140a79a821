package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.vulnerability.FindingMove;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads where findings shall stand. */
final class FindingRequests {
  private static final String ID = "[0-9]{1,18}";

  private FindingRequests() {}

  /** The id of a finding; empty if it is none. */
  static OptionalLong id(String text) {
    return text.matches(ID) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** A move of one finding. */
  static FindingMove move(
      UserAccount user,
      long finding,
      int revision,
      FindingMoveJson.@Nullable FindingMoveRequest body) {
    return FindingMove.of(
        user.tenant(), user.id(), Map.of(finding, OptionalInt.of(revision)), target(user, body));
  }

  /** A move of several findings. */
  static FindingMove moves(UserAccount user, FindingMoveJson.@Nullable FindingMovesRequest body) {
    if (body == null || body.findings() == null || body.to() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"findings\": [{\"id\": ..., \"revision\": ...}], \"to\": {\"status\": ...}}.");
    }
    Map<Long, OptionalInt> seen = new LinkedHashMap<>();
    List<Map.Entry<Long, OptionalInt>> each =
        Elements.each("findings", body.findings(), FindingMove.MOST, FindingRequests::seen);
    each.forEach(one -> seen.put(one.getKey(), one.getValue()));
    if (seen.size() < each.size()) {
      throw Values.invalid(
          "findings",
          each.size() + " of them",
          "name " + (each.size() - seen.size()) + " more than once",
          "Name each once.");
    }
    return FindingMove.of(user.tenant(), user.id(), seen, target(user, body.to()));
  }

  private static Map.Entry<Long, OptionalInt> seen(FindingMoveJson.Seen given) {
    String text = Objects.requireNonNullElse(given.id(), "");
    OptionalLong id = id(text);
    if (id.isEmpty()) {
      throw Values.invalid(
          "id", text, "is no id of a finding", "Use one that the list of findings has told.");
    }
    return Map.entry(
        id.getAsLong(),
        given.revision() == null ? OptionalInt.empty() : OptionalInt.of(given.revision()));
  }

  private static FindingMove.Target target(
      UserAccount user, FindingMoveJson.@Nullable FindingMoveRequest body) {
    if (body == null || body.status() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"status\": ..., \"reason\": ...}.");
    }
    FindingStatus status = Values.one(FindingStatus.class, "status", body.status());
    String reason = Values.text(body.reason()).orElse("");
    Optional<FindingMove.Terms> terms = terms(user, status, body);
    Optional<VexJustification> justification = justification(status, body.justification());
    try {
      return new FindingMove.Target(status, reason, justification, terms);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("reason", reason, e);
    }
  }

  private static Optional<FindingMove.Terms> terms(
      UserAccount user, FindingStatus status, FindingMoveJson.FindingMoveRequest body) {
    Optional<String> until = Values.text(body.until());
    if (status != FindingStatus.ACCEPTED) {
      refuse("until", until, "accepted");
      refuse("owner", Values.text(body.owner()), "accepted");
      return Optional.empty();
    }
    if (until.isEmpty()) {
      throw Values.invalid(
          "until",
          "",
          "is missing, and nothing is accepted for ever",
          "Say when the acceptance ends, like 2026-01-31T08:00:00Z.");
    }
    return Optional.of(
        new FindingMove.Terms(
            Values.uuid("owner", body.owner()).orElse(user.id()),
            Values.moment("until", until.get()).truncatedTo(ChronoUnit.MICROS)));
  }

  private static Optional<VexJustification> justification(
      FindingStatus status, @Nullable String given) {
    Optional<String> label = Values.text(given);
    if (status != FindingStatus.FALSE_POSITIVE) {
      refuse("justification", label, "false_positive");
    }
    return label.map(
        text ->
            VexJustification.ofLabel(text)
                .orElseThrow(
                    () ->
                        Values.invalid(
                            "justification",
                            text,
                            "is none of "
                                + Arrays.stream(VexJustification.values())
                                    .map(VexJustification::label)
                                    .toList(),
                            "Use one of them.")));
  }

  private static void refuse(String field, Optional<String> given, String status) {
    if (given.isPresent()) {
      throw Values.invalid(field, given.get(), "belongs to " + status + " only", "Leave it out.");
    }
  }
}
