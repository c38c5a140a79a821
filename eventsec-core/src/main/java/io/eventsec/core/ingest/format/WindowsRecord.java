package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of Windows under the names that Sigma rules have for it, whoever sent it: {@code
 * EventID}, {@code Channel}, {@code Provider_Name}, {@code Computer}, and the event's own data as
 * {@code Image}. Winlogbeat puts the data below {@code winlog.event_data}, programs that dump evtx
 * files below {@code Event.EventData}, NXLog and others beside everything else.
 */
final class WindowsRecord {
  private static final String NONE = "-";

  /** Where each of the names of the event's head may stand, below the prefix that is cut off. */
  private static final Map<String, List<String>> HEAD =
      Map.of(
          "EventID", List.of("System.EventID", "System.EventID.#text", "System.EventID.Value"),
          "Channel", List.of("System.Channel"),
          "Computer", List.of("System.Computer"),
          "Provider_Name",
              List.of(
                  "System.Provider.#attributes.Name",
                  "System.Provider.@attributes.Name",
                  "System.Provider.@Name",
                  "System.Provider.Name"),
          "SystemTime",
              List.of(
                  "System.TimeCreated.#attributes.SystemTime",
                  "System.TimeCreated.@attributes.SystemTime",
                  "System.TimeCreated.@SystemTime",
                  "System.TimeCreated.SystemTime",
                  "System.TimeCreated"),
          "Level", List.of("System.Level"),
          "Keywords", List.of("System.Keywords"));

  private static final Map<String, String> WINLOG =
      Map.of(
          "winlog.event_id", "EventID",
          "winlog.time_created", "SystemTime",
          "winlog.channel", "Channel",
          "winlog.computer_name", "Computer",
          "winlog.provider_name", "Provider_Name",
          "winlog.keywords", "Keywords");

  private static final List<String> DATA =
      List.of("winlog.event_data.", "winlog.user_data.", "EventData.");

  private WindowsRecord() {}

  /** True if the record is an event of Windows in one of the known shapes. */
  static boolean isOne(NativeRecord decoded) {
    return decoded.has("winlog.channel")
        || decoded.has("winlog.event_id")
        || decoded.has("EventID")
            && (decoded.has("Channel")
                || decoded.has("Provider_Name")
                || decoded.has("SourceModuleType")
                || decoded.has("SourceName"))
        || HEAD.getOrDefault("EventID", List.of()).stream()
            .anyMatch(name -> decoded.has(name) || decoded.has("Event." + name));
  }

  /**
   * The record under flat names.
   *
   * @return the record itself if it has them already
   */
  static NativeRecord flat(NativeRecord decoded) {
    if (decoded.has("EventID")) {
      return decoded;
    }
    Map<String, Object> flat = new LinkedHashMap<>();
    decoded.fields().forEach((name, value) -> lift(name, value, flat));
    HEAD.forEach((name, places) -> head(decoded, name, places).ifPresent(v -> flat.put(name, v)));
    named(decoded, flat);
    return new NativeRecord(flat);
  }

  private static void lift(String name, Object value, Map<String, Object> flat) {
    String known = WINLOG.get(name);
    if (known != null) {
      flat.put(known, value);
      return;
    }
    String inside = name.startsWith("Event.") ? name.substring("Event.".length()) : name;
    for (String prefix : DATA) {
      if (inside.startsWith(prefix)) {
        flat.putIfAbsent(inside.substring(prefix.length()), value);
        return;
      }
    }
    if (inside.startsWith("UserData.")) {
      flat.putIfAbsent(inside.substring(inside.lastIndexOf('.') + 1), value);
    } else {
      flat.putIfAbsent(name, value);
    }
  }

  private static Optional<Object> head(NativeRecord decoded, String name, List<String> places) {
    for (String place : places) {
      Object value = decoded.get(place);
      value = value == null ? decoded.get("Event." + place) : value;
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** {@code <Data Name="Image">...} as two lists, of names and of texts. */
  private static void named(NativeRecord decoded, Map<String, Object> flat) {
    for (String prefix : List.of("Event.EventData.Data.", "EventData.Data.")) {
      List<?> names =
          several(
              decoded, prefix + "@Name", prefix + "#attributes.Name", prefix + "@attributes.Name");
      List<?> texts = several(decoded, prefix + "#text", prefix + "_");
      if (!names.isEmpty() && names.size() == texts.size()) {
        for (int i = 0; i < names.size(); i++) {
          flat.putIfAbsent(String.valueOf(names.get(i)), texts.get(i));
        }
      }
    }
  }

  private static List<?> several(NativeRecord decoded, String... names) {
    for (String name : names) {
      Object value = decoded.get(name);
      if (value != null) {
        return value instanceof List<?> list ? list : List.of(value);
      }
    }
    return List.of();
  }

  /** Without what Windows writes where it has nothing to say. */
  static NativeRecord withoutNothings(NativeRecord flat) {
    Map<String, Object> fields = new LinkedHashMap<>();
    flat.fields()
        .forEach(
            (name, value) -> {
              if (!isNothing(value)) {
                fields.put(name, value);
              }
            });
    return new NativeRecord(fields);
  }

  private static boolean isNothing(@Nullable Object value) {
    return NONE.equals(value) || "".equals(value);
  }
}
