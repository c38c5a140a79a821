package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.persistence.detection.DeadLetterSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which dead letters are meant. */
final class DeadLetterRequests {
  private static final String ID = "[0-9]{1,18}";

  private DeadLetterRequests() {}

  /**
   * The selection.
   *
   * @throws ProblemException 400 without a body, 422 naming what is wrong
   */
  static DeadLetterSelection selection(DeadLetterJson.@Nullable Request body) {
    if (body == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"ids\": [...]}, or {\"stage\": ..., \"cause\": ..., \"source\": ...} for a group,"
              + " or {} for all.");
    }
    try {
      return new DeadLetterSelection(
          ids(body.ids()),
          Values.text(body.stage()).map(DeadLetterRequests::stage),
          Values.text(body.cause()),
          Values.text(body.source()));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("ids", "a list", e);
    }
  }

  private static List<Long> ids(@Nullable List<String> given) {
    List<Long> ids = new ArrayList<>();
    for (String id : given == null ? List.<String>of() : given) {
      if (id == null || !id.matches(ID)) {
        throw wrong(
            "ids", String.valueOf(id), "is no number of a dead letter", "Send those listed.");
      }
      ids.add(Long.valueOf(id));
    }
    return ids;
  }

  private static Rejection.Stage stage(String name) {
    return Arrays.stream(Rejection.Stage.values())
        .filter(stage -> Values.name(stage).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "stage",
                    name,
                    "is no stage",
                    "Send one of "
                        + Arrays.stream(Rejection.Stage.values())
                            .map(Values::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** The name of a format that is known. */
  static String format(DeadLetterJson.@Nullable Request body, List<String> known) {
    Optional<String> format = body == null ? Optional.empty() : Values.text(body.format());
    String name = format.orElse(RawBatch.AUTO);
    if (!name.equals(RawBatch.AUTO) && !known.contains(name)) {
      throw wrong(
          "format", name, "is no format", "Send auto or one of " + String.join(", ", known) + ".");
    }
    return name;
  }

  /** Where a replay goes on. */
  static long after(DeadLetterJson.@Nullable Request body) {
    Optional<String> after = body == null ? Optional.empty() : Values.text(body.after());
    String number = after.orElse("0");
    if (!number.matches(ID)) {
      throw wrong("after", number, "is no number", "Send what the answer before had in next.");
    }
    return Long.parseLong(number);
  }

  private static ProblemException wrong(String field, String value, String rule, String cure) {
    return ProblemException.invalid(
        List.of(new FieldError(field, Values.shown(value), rule, cure)));
  }
}
