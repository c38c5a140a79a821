package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages of Cisco's firewalls (ASA, Secure Firewall), routers and switches (IOS, NX-OS), each
 * with a mark in front: {@code %ASA-6-302013: Built outbound TCP connection ...}.
 */
final class Cisco extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("cisco.table");
  static final MessageTable MESSAGES =
      MessageTable.read(
          List.of(
              "messages/cisco-asa.table",
              "messages/cisco-asa-sessions.table",
              "messages/cisco-ios.table",
              "messages/cisco-meraki.table"));

  private static final String FIRST_OF_LISTS = "430";
  private static final String PLATFORM = "IOSXE-PLATFORM";
  static final String REPEATED = ": last message repeated ";
  private static final int SEVERITIES = 8;

  Cisco(ZoneId zone) {
    super("cisco", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    return CiscoHead.read(line).map(Cisco::inner).map(Cisco::fields).or(() -> repeated(line));
  }

  /** What NX-OS says of a message that came again has no mark, but its time. */
  private static Optional<NativeRecord> repeated(String line) {
    int end = line.startsWith("2") && line.contains(REPEATED) ? LogTime.end(line, 0) : 0;
    if (end == 0 || !line.startsWith(REPEATED, end)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", line.substring(0, end));
    fields.put("product", "ios");
    fields.put("text", line.substring(end + 2));
    return Optional.of(new NativeRecord(fields));
  }

  /** The message that the platform of IOS XE passes on, behind where on it that came up. */
  private static CiscoHead inner(CiscoHead head) {
    int mark = head.key().equals(PLATFORM) ? head.text().indexOf(" %") : -1;
    return mark < 0
        ? head
        : CiscoHead.read(head.text().substring(mark + 1))
            .map(found -> found.at(head.time()))
            .orElse(head);
  }

  private static Optional<FoundMessage> find(String key, String text) {
    return MESSAGES.find(key, CiscoText.tidy(key, text));
  }

  private static NativeRecord fields(CiscoHead head) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!head.time().isEmpty()) {
      fields.put("time", head.time());
    }
    fields.put("product", head.product());
    fields.put("facility", head.facility());
    fields.put("severity", head.severity());
    fields.put("mnemonic", head.mnemonic());
    fields.put("key", head.key());
    fields.put("text", head.text());
    if (head.product().equals("ftd") && head.mnemonic().startsWith(FIRST_OF_LISTS)) {
      CiscoList.read(head.text(), fields);
    } else {
      find(head.key(), head.text()).ifPresent(found -> fields.putAll(found.natives().fields()));
    }
    return new NativeRecord(fields);
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(said.text("product").orElse(""));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    level(said, out);
    String key = said.text("key").orElse("");
    find(key, said.text("text").orElse("")).ifPresent(found -> withoutNat(found).write(out, times));
    CiscoIdentity.write(said, out);
    if (said.has("SrcIP") || said.has("InitiatorIP")) {
      CiscoList.write(said, out, times);
    }
    said.text("cisco.duration")
        .ifPresent(
            written -> {
              Long nanos = ClockDuration.nanos(written);
              if (nanos == null) {
                out.problem("cisco.duration", written, Conversion.NANOS);
              } else {
                lasted(nanos, out);
              }
            });
  }

  /** What has ended is told when it does. */
  private static void lasted(long nanos, EcsWriter out) {
    out.put("event.duration", nanos);
    Instant end = out.event().time();
    if (end != null) {
      out.put("event.start", end.minusNanos(nanos).toString());
      out.put("event.end", end.toString());
    }
  }

  private static void level(NativeRecord said, EcsWriter out) {
    Long severity = said.text("severity").map(Numbers::whole).orElse(null);
    if (severity != null && severity >= 0 && severity < SEVERITIES) {
      out.put("log.level", SyslogFields.level(severity.intValue()));
    }
  }

  /** A translation to the same address is none. */
  private static FoundMessage withoutNat(FoundMessage found) {
    Map<String, String> gaps = new LinkedHashMap<>(found.gaps());
    for (String role : List.of("source", "destination")) {
      String address = gaps.getOrDefault(role + ".address", gaps.getOrDefault(role + ".ip", ""));
      if (gaps.getOrDefault(role + ".nat.ip", "").equals(address)) {
        gaps.remove(role + ".nat.ip");
        gaps.remove(role + ".nat.port", gaps.get(role + ".port"));
      }
    }
    return new FoundMessage(gaps, found.section());
  }
}
