package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.event.Severity;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.incident.IncidentItemRef;
import io.eventsec.persistence.incident.NewIncident;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said of incidents; names each bad element by its index. */
final class IncidentRequests {
  private static final int MOST = 200;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 20_000;

  private IncidentRequests() {}

  static NewIncident incident(UserAccount user, IncidentJson.@Nullable Request body) {
    if (body == null || body.severity() == null || body.alerts() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"title\": ..., \"severity\": ..., \"alerts\": [...]}.");
    }
    return new NewIncident(
        user.tenant(),
        title(body.title()),
        bounded("description", body.description(), 0, LONGEST_DESCRIPTION),
        Values.one(Severity.class, "severity", body.severity()),
        user.id(),
        new LinkedHashSet<>(Elements.each("alerts", body.alerts(), MOST, AlertId::new)));
  }

  static Set<IncidentItemRef> items(IncidentJson.@Nullable ItemsRequest body) {
    if (body == null || body.items() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"items\": [{\"kind\": ..., \"key\": ...}]}.");
    }
    return new LinkedHashSet<>(Elements.each("items", body.items(), MOST, IncidentRequests::ref));
  }

  static String title(@Nullable String given) {
    return bounded("title", given, 1, LONGEST_TITLE);
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
}
