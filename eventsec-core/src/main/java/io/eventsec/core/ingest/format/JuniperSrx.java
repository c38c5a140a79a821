package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Juniper's SRX: {@code RT_FLOW_SESSION_CREATE [junos@2636... source-address="192.0.2.1" ...]}, and
 * the older form with arrows.
 */
final class JuniperSrx extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("juniper-srx.table");

  private static final String STRUCTURED = " [junos@2636";
  private static final int LONGEST_TAG = 64;
  private static final String FLOW =
      "{source-address:ip}/{source-port:number}->{destination-address:ip}/{destination-port:number}";

  /** Without what newer ones have in front of the service: the tag of a connection. */
  private static final List<MessageTemplate> OLDER =
      List.of(
          MessageTemplate.parse(
              "session created "
                  + FLOW
                  + " {service-name} {nat-source-address:ip}/{nat-source-port:number}->"
                  + "{nat-destination-address:ip}/{nat-destination-port:number} {src-nat-rule-name}"
                  + " {dst-nat-rule-name} {protocol-id:number} {policy-name} {source-zone-name}"
                  + " {destination-zone-name} {session-id-32}..."),
          MessageTemplate.parse(
              "session closed {reason:text}: "
                  + FLOW
                  + " {service-name} {nat-source-address:ip}/{nat-source-port:number}->"
                  + "{nat-destination-address:ip}/{nat-destination-port:number} {src-nat-rule-name}"
                  + " {dst-nat-rule-name} {protocol-id:number} {policy-name} {source-zone-name}"
                  + " {destination-zone-name} {session-id-32}"
                  + " {packets-from-client:number}({bytes-from-client:number})"
                  + " {packets-from-server:number}({bytes-from-server:number}) {elapsed-time:number}..."),
          MessageTemplate.parse(
              "session denied "
                  + FLOW
                  + " {service-name} {protocol-id:number}({icmp-type:number}) {policy-name}"
                  + " {source-zone-name} {destination-zone-name}..."));

  JuniperSrx(ZoneId zone) {
    super("juniper-srx", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean isTag =
        !line.isEmpty() && (Character.isUpperCase(line.charAt(0)) || line.charAt(0) == '-');
    if (!isTag) {
      return Optional.empty();
    }
    int bracket =
        DeviceText.startsNear(line, STRUCTURED, LONGEST_TAG) ? line.indexOf(STRUCTURED) : -1;
    if (bracket > 0) {
      Map<String, Object> fields = new LinkedHashMap<>();
      String mark = line.substring(0, bracket);
      fields.put("tag", mark.substring(mark.lastIndexOf(' ') + 1));
      int end = line.lastIndexOf(']');
      fields.putAll(KeyValues.of(line.substring(bracket + 2, Math.max(bracket + 2, end))));
      fields.values().removeIf(value -> value.equals("UNKNOWN") || value.equals("N/A"));
      return Optional.of(new NativeRecord(fields));
    }
    return line.startsWith("RT_") ? older(line) : Optional.empty();
  }

  private static Optional<NativeRecord> older(String line) {
    String text = line.startsWith("RT_FLOW: ") ? line.substring(9) : line;
    int colon = text.indexOf(": ");
    if (colon < 0 || colon > LONGEST_TAG) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tag", text.substring(0, colon));
    fields.put("message", text.substring(colon + 2));
    for (MessageTemplate template : OLDER) {
      Optional<Map<String, String>> found = template.match(text.substring(colon + 2));
      if (found.isPresent()) {
        fields.putAll(found.get());
        break;
      }
    }
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  List<String> kinds(NativeRecord said) {
    String tag = said.text("tag").orElse("");
    return TABLE.sections().keySet().stream()
        .filter(tag::startsWith)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "epoch-time");
    DeviceFields.seconds(said, "elapsed-time", out);
    String tag = said.text("tag").orElse("");
    out.putIfAbsent("event.action", said.text("action").orElse(tag));
    if (!tag.startsWith("RT_FLOW")) {
      Verdict.write(out, said.text("action"));
    }
    if (tag.contains("_DROP")) {
      Verdict.write(out, Optional.of("drop"));
    }
    if (tag.endsWith("_BLOCKED") || tag.endsWith("_PERMITTED")) {
      Verdict.write(out, Optional.of(tag.endsWith("_BLOCKED") ? "block" : "permit"));
    }
    String host = said.text("url").orElse("");
    if (!host.isEmpty()) {
      DeviceUrl.set(out, "http", host, said.text("obj").orElse("/"));
    }
  }
}
