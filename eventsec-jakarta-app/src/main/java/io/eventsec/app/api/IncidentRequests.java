package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.event.Severity;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.incident.IncidentItemRef;
import io.eventsec.persistence.incident.NewIncident;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is said of incidents; names each bad element by its index. */
final class IncidentRequests {
  private static final int MOST = 200;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 20_000;
  private static final int MOST_ERRORS = 20;

  private IncidentRequests() {}

  static NewIncident incident(UserAccount user, IncidentJson.@Nullable Request body) {
    if (body == null || body.severity() == null || body.alerts() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"title\": ..., \"severity\": ..., \"alerts\": [...]}.");
    }
    return new NewIncident(
        user.tenant(),
        bounded("title", body.title(), 1, LONGEST_TITLE),
        bounded("description", body.description(), 0, LONGEST_DESCRIPTION),
        Values.one(Severity.class, "severity", body.severity()),
        user.id(),
        each("alerts", body.alerts(), AlertId::new));
  }

  static Set<IncidentItemRef> items(IncidentJson.@Nullable ItemsRequest body) {
    if (body == null || body.items() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"items\": [{\"kind\": ..., \"key\": ...}]}.");
    }
    return each("items", body.items(), IncidentRequests::ref);
  }

  private static IncidentItemRef ref(IncidentJson.RefJson given) {
    IncidentItemKind kind =
        Values.one(IncidentItemKind.class, "kind", given.kind() == null ? "" : given.kind());
    return new IncidentItemRef(kind, given.key() == null ? "" : given.key());
  }

  private static String bounded(String field, @Nullable String given, int least, int most) {
    String text = Values.text(given).orElse("");
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw Values.invalid(
          field, text, "is not of " + least + " to " + most + " characters", "Change its length.");
    }
    return text;
  }

  private static <T, R> Set<R> each(String field, List<@Nullable T> given, Function<T, R> element) {
    if (given.isEmpty() || given.size() > MOST) {
      throw Values.invalid(
          field, given.size() + " of them", "are not 1 to " + MOST, "Send so many at once.");
    }
    Set<R> elements = new LinkedHashSet<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < given.size() && errors.size() < MOST_ERRORS; i++) {
      @Nullable T value = given.get(i);
      String at = field + '[' + i + ']';
      if (value == null) {
        errors.add(new FieldError(at, "null", "is missing", "Leave it out."));
        continue;
      }
      try {
        elements.add(element.apply(value));
      } catch (ProblemException e) {
        e.errors().forEach(error -> errors.add(within(at, error)));
      } catch (IllegalArgumentException e) {
        errors.add(Complaint.error(at, value.toString(), e));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return elements;
  }

  private static FieldError within(String at, FieldError error) {
    return new FieldError(at + '.' + error.field(), error.value(), error.rule(), error.cure());
  }
}
