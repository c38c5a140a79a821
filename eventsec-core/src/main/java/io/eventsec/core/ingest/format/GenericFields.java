package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a record whose format nobody knows: what is named as ECS names it is taken for that,
 * and so is what has one of the names that many senders use. A value that is not what such a name
 * promises is no fault: nobody promised it.
 */
final class GenericFields {
  static final FieldTable TABLE = FieldTable.read("generic.table");

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
          "lastseen");

  private static final List<String> PATHS = List.of("path", "pathinfo", "requestpath");

  private GenericFields() {}

  /** Sets what the names of the fields tell, and the time. */
  static void write(NativeRecord said, EcsWriter out, LogTime times) {
    NativeRecord plain = plain(said);
    time(plain, out, times);
    Object host = out.get("host.name");
    TABLE.common().apply(plain, out);
    if (host != null) {
      // What brought the record knows better where it is from.
      out.put("host.name", host);
    }
    said.fields().forEach((name, value) -> own(name, value, out));
    path(plain, out);
    out.text("url.original").ifPresent(target -> UrlFields.set(out, "", target, 80));
    Addresses.complete(out);
    Accounts.complete(out);
    GenericKind.write(plain, out);
    Related.complete(out);
  }

  /** A path is one of a file, unless the record is about a request. */
  private static void path(NativeRecord plain, EcsWriter out) {
    if (out.get("http.request.method") == null || out.get("url.original") != null) {
      return;
    }
    for (String name : PATHS) {
      Optional<String> target = plain.text(name);
      if (target.isPresent()) {
        out.put("url.original", target.get());
        return;
      }
    }
  }

  /** A field that has an ECS field's name already. */
  private static void own(String name, Object value, EcsWriter out) {
    if (EcsField.named(name).isPresent() && !name.equals("@timestamp")) {
      Conversion conversion = Conversion.of(EcsField.named(name).get());
      out.convert(new Mapping(name, name, conversion, 0, 0), value);
    }
  }

  /** Without what stands between the words of names; of nested names the last part does too. */
  private static NativeRecord plain(NativeRecord said) {
    Map<String, Object> plain = new LinkedHashMap<>();
    said.fields().forEach((name, value) -> plain.putIfAbsent(plain(name), value));
    said.fields()
        .forEach(
            (name, value) ->
                plain.putIfAbsent(plain(name.substring(name.lastIndexOf('.') + 1)), value));
    return new NativeRecord(plain);
  }

  private static String plain(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '@') {
        letters.append(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static void time(NativeRecord plain, EcsWriter out, LogTime times) {
    for (String name : TIMES) {
      Instant time = time(plain.get(name), times);
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
    return time == null && value instanceof String text ? times.parse(text) : time;
  }
}
