package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Audit logs of clouds and services, one JSON object a line, each told by its look: Google Cloud
 * and Workspace, Azure (activity, directory, sign-in), Microsoft 365, Okta and GitHub. {@code
 * event.dataset} says which. Stateless and thread-safe.
 */
public final class CloudAudit implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("cloud-audit.table", "google-workspace.table");

  private static final List<String> TIMES =
      List.of(
          "timestamp",
          "published",
          "CreationTime",
          "time",
          "eventTimestamp",
          "id.time",
          "@timestamp",
          "created_at");

  /** What Sigma rules call some of the fields. */
  private static final Map<String, String> NAMES =
      Map.of(
          "gcp.audit.method_name", "protoPayload.methodName",
          "gcp.audit.service_name", "protoPayload.serviceName",
          "ResultType", "resultType",
          "ResultDescription", "resultDescription",
          "CategoryValue", "category",
          "OperationNameValue", "operationName",
          "eventService", "id.applicationName",
          "eventName", "events.name");

  private static final List<String> SIGN_INS =
      List.of(
          "user.session.",
          "user.authentication.",
          "policy.evaluate_sign_on",
          "userlogg",
          "userlogin",
          "sign-in",
          "google.login.");

  private static final Set<String> SUCCESS =
      Set.of("success", "succeeded", "true", "allow", "start", "started", "accepted", "0", "ok");
  private static final Set<String> FAILURE =
      Set.of("failure", "failed", "false", "deny", "denied", "error");

  /** A format without state. */
  public CloudAudit() {}

  @Override
  public String name() {
    return "cloud-audit";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return TABLE.kindOf(nativeRecord).isPresent();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    NativeRecord said = GoogleParameters.named(nativeRecord);
    EcsWriter out = new EcsWriter(event);
    NAMES.forEach(
        (name, source) -> {
          if (nativeRecord.has(source) && !nativeRecord.has(name)) {
            event.nativeField(name, nativeRecord.get(source));
          }
        });
    TIMES.stream()
        .filter(nativeRecord::has)
        .findFirst()
        .ifPresent(field -> Times.set(nativeRecord, field, out));
    TABLE.kindOf(nativeRecord).flatMap(TABLE::section).orElse(TABLE.common()).apply(said, out);
    signIn(out);
    // Microsoft writes a port behind the address at times.
    Addresses.split(out);
    out.text("url.original").ifPresent(url -> UrlFields.set(out, "", url, 80));
    outcome(nativeRecord, out);
    out.text("file.name")
        .flatMap(UrlFields::extension)
        .ifPresent(extension -> out.putIfAbsent("file.extension", extension));
    Related.complete(out);
    out.finish();
  }

  private static void signIn(EcsWriter out) {
    String action = out.text("event.action").orElse("").toLowerCase(Locale.ROOT);
    if (SIGN_INS.stream().anyMatch(action::startsWith)) {
      out.put("event.category", "authentication");
      out.put("event.type", action.contains("end") ? "end" : "start");
    }
  }

  /** In one word; Google says nothing of what has succeeded, others have the number of an error. */
  private static void outcome(NativeRecord said, EcsWriter out) {
    String result = out.text("event.outcome").orElse("").toLowerCase(Locale.ROOT);
    if (result.isEmpty()) {
      out.put("event.outcome", said.has("protoPayload.methodName") ? "success" : null);
    } else if (SUCCESS.contains(result)) {
      out.put("event.outcome", "success");
    } else {
      boolean failed = FAILURE.contains(result) || Numbers.whole(result) != null;
      out.put("event.outcome", failed ? "failure" : "unknown");
    }
  }
}
