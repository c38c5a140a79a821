package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fields of a record whose format nobody knows: what is named as ECS names it is taken for that,
 * and so is what has one of the names that many senders use. A value that is not what such a name
 * promises is no fault: nobody promised it.
 */
final class GenericFields {
  static final FieldTable TABLE = FieldTable.read("generic.table");

  /** What says nothing without the name of what it belongs to. */
  private static final Set<String> BARE =
      Set.of(
          "id", "uuid", "guid", "uid", "ip", "host", "name", "type", "status", "domain", "user",
          "text", "details", "group", "device", "version", "process", "role");

  /** Objects that hold what a record is about. */
  private static final Set<String> HOLDERS =
      Set.of(
          "event",
          "data",
          "detail",
          "details",
          "payload",
          "record",
          "body",
          "message",
          "log",
          "result",
          "attributes",
          "properties",
          "alert",
          "incident",
          "fields",
          "source",
          "json",
          "entry",
          "item",
          "activity",
          "context",
          "value");

  private static final List<String> PATHS = List.of("path", "pathinfo", "requestpath");

  private static final List<String> OTHERS =
      List.of("target", "parent", "old", "new", "previous", "before.", "after.", "related");

  private static final List<String> HASHES = List.of("hash", "filehash", "checksum");

  private GenericFields() {}

  /** Sets what the names of the fields tell, and the time, and nothing else. */
  static void write(NativeRecord said, Event.Builder event, ZoneId zone) {
    EcsWriter out = new EcsWriter(event);
    write(said, out, new LogTime(event.receivedAt(), zone));
    out.finish();
  }

  /** Sets what the names of the fields tell, and the time. */
  static void write(NativeRecord said, EcsWriter out, LogTime times) {
    NativeRecord plain = GenericHost.own(plain(said));
    GenericTimes.write(plain, out, times);
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
    FullNames.write(said, out);
    Accounts.complete(out);
    hash(plain, out);
    GenericKind.write(plain, out);
    GenericHost.write(plain, out);
    Related.complete(out);
  }

  /** A hash of no name is a file's, of the kind that its length tells. */
  private static void hash(NativeRecord plain, EcsWriter out) {
    for (String name : HASHES) {
      String hash = plain.text(name).orElse("");
      String algorithm = HashText.algorithm(hash);
      if (algorithm != null) {
        out.putIfAbsent("file.hash." + algorithm, hash.toLowerCase(Locale.ROOT));
      }
    }
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

  /**
   * Without what stands between the words of names; of nested names the last two parts do too, and
   * the last, if it says by itself what it is.
   */
  private static NativeRecord plain(NativeRecord said) {
    Map<String, Object> plain = new LinkedHashMap<>();
    said.fields().forEach((name, value) -> plain.putIfAbsent(plain(name), value));
    said.fields()
        .forEach(
            (name, value) -> {
              int last = name.lastIndexOf('.');
              if (last > 0 && !isOfAnother(name)) {
                int before = name.lastIndexOf('.', last - 1) + 1;
                plain.putIfAbsent(plain(name.substring(before)), value);
              }
            });
    said.fields().forEach((name, value) -> last(name, value, plain));
    return new NativeRecord(plain);
  }

  /** Whether it is about somebody or something else than the record is. */
  private static boolean isOfAnother(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OTHERS.stream()
        .anyMatch(other -> lower.startsWith(other) || lower.contains('.' + other));
  }

  private static void last(String name, Object value, Map<String, Object> plain) {
    int last = name.lastIndexOf('.');
    if (last < 0 || isOfAnother(name)) {
      return;
    }
    String word = plain(name.substring(last + 1));
    String holder = plain(name.substring(name.lastIndexOf('.', last - 1) + 1, last));
    if (!BARE.contains(word) || HOLDERS.contains(holder)) {
      plain.putIfAbsent(word, value);
    }
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
}
