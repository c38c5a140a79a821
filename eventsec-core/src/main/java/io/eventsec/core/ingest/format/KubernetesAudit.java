package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.List;

/**
 * What the API server of Kubernetes writes into its audit log, one event a line ({@code
 * audit.k8s.io/v1} and its forerunners). {@code event.dataset} is {@code kubernetes.audit_logs}.
 * The server knows whether it let somebody do something, and how the call ended: either can make it
 * a failure. Stateless and thread-safe.
 */
public final class KubernetesAudit implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("kubernetes-audit.table");

  private static final List<String> TIMES = List.of("requestReceivedTimestamp", "stageTimestamp");
  private static final String DECISION = "annotations.authorization.k8s.io/decision";
  private static final long FIRST_ERROR_STATUS = 400;
  private static final int DEFAULT_PORT = 443;

  /** A format without state. */
  public KubernetesAudit() {}

  @Override
  public String name() {
    return "kubernetes-audit";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.text("kind").filter("Event"::equals).isPresent()
        && (isAudit(nativeRecord) || nativeRecord.has("verb") && hasObject(nativeRecord));
  }

  private static boolean isAudit(NativeRecord said) {
    return said.text("apiVersion").filter(text -> text.startsWith("audit.k8s.io/")).isPresent();
  }

  /** Some collectors leave the version out. */
  private static boolean hasObject(NativeRecord said) {
    return said.has("objectRef.resource") || said.has("requestURI");
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    TIMES.stream()
        .filter(nativeRecord::has)
        .findFirst()
        .ifPresent(field -> Times.set(nativeRecord, field, out));
    String verb = nativeRecord.text("verb").orElse("");
    TABLE.section(verb).orElse(TABLE.common()).apply(nativeRecord, out);
    nativeRecord.text("sourceIPs").ifPresent(ip -> out.put("source.ip", IpText.canonical(ip)));
    UrlFields.set(out, "", nativeRecord.text("requestURI").orElse(""), DEFAULT_PORT);
    outcome(nativeRecord, out);
    Related.complete(out);
    out.finish();
  }

  private static void outcome(NativeRecord said, EcsWriter out) {
    boolean refused = said.text(DECISION).filter("forbid"::equals).isPresent();
    Long status = said.text("responseStatus.code").map(Numbers::whole).orElse(null);
    if (refused || status != null) {
      boolean failed = refused || status != null && status >= FIRST_ERROR_STATUS;
      out.put("event.outcome", failed ? "failure" : "success");
    }
  }
}
