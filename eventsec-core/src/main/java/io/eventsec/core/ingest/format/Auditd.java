package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.audit.AuditLine;
import java.util.List;
import java.util.Optional;

/**
 * Lines of the Linux audit log, each by itself, as {@code /var/log/audit/audit.log}, auditd's
 * plug-ins and the kernel's own log have them. {@code event.dataset} is {@code auditd.log}; the
 * fields stand under the names that Sigma rules for auditd have. What several lines say together is
 * {@link AuditdEvent}'s. Stateless and thread-safe.
 */
public final class Auditd implements TextFormat {
  /** A format without state. */
  public Auditd() {}

  @Override
  public String name() {
    return "auditd";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    return AuditLine.read(line);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    AuditFields.write(List.of(nativeRecord), out);
    out.finish();
  }
}
