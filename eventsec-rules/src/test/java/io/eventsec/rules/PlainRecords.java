package io.eventsec.rules;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;

/** Takes the records that no format knows yet, of Windows or CloudTrail, with their own fields. */
final class PlainRecords implements EventFormat {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return true;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    // The sender's own fields are there already, and rules are written for those.
  }
}
