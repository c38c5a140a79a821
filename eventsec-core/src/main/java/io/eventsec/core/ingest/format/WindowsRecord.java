package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of Windows under the names that Sigma rules have for it, whoever sent it: {@code
 * EventID}, {@code Channel}, {@code Provider_Name}, {@code Computer}, and the event's own data as
 * {@code Image}. Winlogbeat puts the data below {@code winlog.event_data}, programs that dump evtx
 * files below {@code Event.EventData}, NXLog and others beside everything else.
 */
final class WindowsRecord {
  private static final String NONE = "-";
  private static final String SYSMON = "Microsoft-Windows-Sysmon";
  private static final String SYSMON_LOG = SYSMON + "/Operational";

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

  /** As Splunk has them: with what Windows' own viewer calls them. */
  private static final Map<String, String> SPLUNK =
      Map.of(
          "EventCode", "EventID",
          "LogName", "Channel",
          "ComputerName", "Computer",
          "SourceName", "Provider_Name");

  /** The one provider whose name and title rules ask for. */
  private static final Map<String, String> PROVIDERS =
      Map.of("Microsoft Windows security auditing.", "Microsoft-Windows-Security-Auditing");

  /** Modules of Winlogbeat that move data to fields of ECS. */
  private static final Set<String> MODULES = Set.of("sysmon", "security");

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
        || isSplunk(decoded)
        || HEAD.getOrDefault("EventID", List.of()).stream()
            .anyMatch(name -> decoded.has(name) || decoded.has("Event." + name));
  }

  private static boolean isSplunk(NativeRecord decoded) {
    return decoded.has("EventCode")
        && (decoded.has("LogName")
            || decoded.has("Channel")
            || decoded.has("SourceName") && decoded.has("ComputerName"));
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
    if (isSplunk(decoded)) {
      splunk(decoded, flat);
      return new NativeRecord(flat);
    }
    decoded.fields().forEach((name, value) -> lift(name, value, flat));
    HEAD.forEach((name, places) -> head(decoded, name, places).ifPresent(v -> flat.put(name, v)));
    named(decoded, flat);
    if (MODULES.contains(decoded.text("event.module").orElse(NONE))) {
      text(decoded, "message", flat);
    }
    return new NativeRecord(flat);
  }

  /** With the data that the rendered text has, where Splunk was not sent the event's XML. */
  private static void splunk(NativeRecord decoded, Map<String, Object> flat) {
    flat.putAll(decoded.fields());
    SPLUNK.forEach(
        (theirs, name) -> {
          Object value = decoded.get(theirs);
          if (value != null) {
            String known = PROVIDERS.get(value.toString());
            flat.putIfAbsent(name, known == null ? value : known);
          }
        });
    text(decoded, "Message", flat);
  }

  /** Adds what the rendered text says and nothing else does. */
  private static void text(NativeRecord decoded, String name, Map<String, Object> flat) {
    decoded.text(name).ifPresent(text -> said(text, flat).forEach(flat::putIfAbsent));
  }

  private static Map<String, Object> said(String text, Map<String, Object> flat) {
    boolean sysmon =
        SYSMON_LOG.equals(flat.get("Channel")) || SYSMON.equals(flat.get("Provider_Name"));
    return sysmon ? WindowsMessage.sysmon(text) : WindowsMessage.data(text);
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
