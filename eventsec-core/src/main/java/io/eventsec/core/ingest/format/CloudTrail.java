package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;

/**
 * AWS CloudTrail's records, one a line, as its event history and the programs that split its files
 * give them. {@code event.dataset} is {@code aws.cloudtrail}. Stateless and thread-safe.
 */
public final class CloudTrail implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("cloudtrail.table");

  /** A format without state. */
  public CloudTrail() {}

  @Override
  public String name() {
    return "aws-cloudtrail";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.has("eventSource")
        && nativeRecord.has("eventName")
        && (nativeRecord.has("eventVersion") || nativeRecord.has("awsRegion"));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    Times.set(nativeRecord, "eventTime", out);
    String service = nativeRecord.text("eventSource").orElse("").split("[.]", 2)[0];
    TABLE.section(service).orElse(TABLE.common()).apply(nativeRecord, out);
    out.put("event.outcome", failed(nativeRecord) ? "failure" : "success");
    Related.complete(out);
    out.finish();
  }

  /** A sign-in that fails has no error code, and says so in its answer. */
  private static boolean failed(NativeRecord decoded) {
    return decoded.has("errorCode")
        || decoded
            .text("responseElements.ConsoleLogin")
            .filter(answer -> !answer.equals("Success"))
            .isPresent();
  }
}
