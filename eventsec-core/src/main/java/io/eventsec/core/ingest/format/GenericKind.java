package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of event a record of no known format is about, by what it has. */
final class GenericKind {
  private static final String CATEGORY = "event.category";
  private static final List<String> SIGN_INS =
      List.of("login", "logon", "signin", "sign-in", "logout", "logoff", "authenticat");
  private static final List<String> ALERTS =
      List.of("alertid", "alertname", "incidentid", "detectionid", "threatid", "threatname");

  private GenericKind() {}

  /** Sets kind and category, if the fields tell them. */
  static void write(NativeRecord plain, EcsWriter out) {
    if (ALERTS.stream().anyMatch(plain::has)) {
      out.put("event.kind", "alert");
    }
    if (out.get(CATEGORY) == null) {
      out.put(CATEGORY, category(out));
    }
    if (has(out, "vulnerability.id")) {
      out.putIfAbsent("vulnerability.description", plain.text("description").orElse(null));
      out.putIfAbsent("vulnerability.severity", plain.text("severity").orElse(null));
    }
  }

  private static @Nullable String category(EcsWriter out) {
    String action = out.text("event.action").orElse("").toLowerCase(Locale.ROOT);
    if (SIGN_INS.stream().anyMatch(action::contains)) {
      return "authentication";
    }
    if (has(out, "vulnerability.id")) {
      return "vulnerability";
    }
    if (has(out, "email.subject") || has(out, "email.from.address")) {
      return "email";
    }
    if (has(out, "http.request.method")) {
      return "web";
    }
    if (has(out, "dns.question.name") || has(out, "source.ip") && has(out, "destination.ip")) {
      return "network";
    }
    if (has(out, "process.executable") || has(out, "process.command_line")) {
      return "process";
    }
    return has(out, "file.path") ? "file" : null;
  }

  private static boolean has(EcsWriter out, String field) {
    return out.get(field) != null;
  }
}
