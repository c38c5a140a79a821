package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what a record of no known format tells was. */
final class GenericTimes {
  private static final List<String> TIMES =
      List.of(
          "@timestamp",
          "timestamp",
          "time",
          "eventtime",
          "ts",
          "datetime",
          "creationtime",
          "createdat",
          "starttime",
          "tdate",
          "published",
          "t",
          "date",
          "asctime",
          "logtime",
          "devtime",
          "eventtimestamp",
          "eventdate",
          "eventcreated",
          "occurredat",
          "occurtime",
          "detectedat",
          "detectiontime",
          "observedat",
          "updatedat",
          "updatetime",
          "lastupdated",
          "lastupdatedate",
          "lastmodified",
          "modified",
          "modifiedtime",
          "createtime",
          "createdate",
          "createddate",
          "createdtime",
          "created",
          "dateadded",
          "entrytime",
          "receivedtime",
          "lastseen",
          "eventdatetime",
          "detectiontimestamp",
          "timecreated",
          "timegenerated",
          "generatedtime",
          "messagetime",
          "requesttime",
          "requesttimeutc",
          "createddatetime",
          "createdon",
          "activitydatetime",
          "lastupdatetime",
          "lastupdateddatetime",
          "lastdetected",
          "occurred",
          "publishedat",
          "publisheddate");

  private static final List<String> TIME_ENDS = List.of("timestamp", "datetime", "time");

  private GenericTimes() {}

  /** Sets the time that the first of the usual names says, else any that is called a time. */
  static void write(NativeRecord plain, EcsWriter out, LogTime times) {
    for (String name : TIMES) {
      Instant time = time(plain.get(name), times);
      if (time != null) {
        out.event().time(time);
        return;
      }
    }
    anyTime(plain, out);
  }

  /** The first of what is called some time, and is one together with its day. */
  private static void anyTime(NativeRecord plain, EcsWriter out) {
    for (Map.Entry<String, Object> field : plain.fields().entrySet()) {
      boolean isTime = TIME_ENDS.stream().anyMatch(field.getKey()::endsWith);
      Instant time =
          isTime && field.getValue() instanceof String text ? TimeText.parse(text) : null;
      if (time != null) {
        out.event().time(time);
        return;
      }
    }
  }

  private static @Nullable Instant time(@Nullable Object value, LogTime times) {
    if (value == null) {
      return null;
    }
    Instant time = TimeText.parse(value);
    return time == null && value instanceof String text ? DeviceTime.parse(text, times) : time;
  }
}
