package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The packet filter of pfSense and OPNsense as its {@code filterlog} writes it: values between
 * commas, more of them the more is known of the packet.
 */
final class FilterLog extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("pfsense.table");

  private static final List<String> HEAD =
      List.of(
          "rulenr",
          "subrulenr",
          "anchor",
          "tracker",
          "interface",
          "reason",
          "action",
          "direction",
          "ipversion");

  private static final List<String> IPV4 =
      List.of(
          "tos",
          "ecn",
          "ttl",
          "id",
          "offset",
          "ipflags",
          "protonum",
          "protoname",
          "length",
          "src",
          "dst");

  private static final List<String> IPV6 =
      List.of("class", "flowlabel", "hoplimit", "protoname", "protonum", "length", "src", "dst");

  private static final List<String> TCP =
      List.of(
          "srcport", "dstport", "datalen", "tcpflags", "seq", "ack", "window", "urg", "tcpopts");

  private static final List<String> UDP = List.of("srcport", "dstport", "datalen");
  private static final List<String> ICMP = List.of("icmptype", "icmpid", "icmpseq");
  private static final List<String> CARP =
      List.of("carptype", "carpttl", "vhid", "carpversion", "advskew", "advbase");

  private static final Set<String> ACTIONS =
      Set.of("pass", "block", "reject", "rdr", "nat", "binat", "scrub", "unkn(%u)");

  private static final Set<String> DIRECTIONS = Set.of("in", "out", "in/out", "unkn(%u)");
  private static final int MOST = 64;
  private static final int LONGEST_NUMBER = 10;

  FilterLog(ZoneId zone) {
    super("filterlog", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String text = line.startsWith("filterlog") ? line.substring(line.indexOf(' ') + 1) : line;
    int comma = text.indexOf(',');
    if (comma < 0 || comma > LONGEST_NUMBER || !isNumber(text.substring(0, comma))) {
      return Optional.empty();
    }
    List<String> values = CsvLine.of(text, ',', MOST);
    boolean isOne =
        values.size() > HEAD.size()
            && ACTIONS.contains(values.get(6))
            && DIRECTIONS.contains(values.get(7));
    return isOne ? Optional.of(new NativeRecord(fields(values))) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return text.isEmpty() || Numbers.whole(text) != null;
  }

  private static Map<String, Object> fields(List<String> values) {
    List<String> names = new ArrayList<>(HEAD);
    names.addAll(values.get(8).equals("6") ? IPV6 : IPV4);
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(names, values, fields);
    int at = names.size();
    if (values.size() > at) {
      String protocol = String.valueOf(fields.get("protonum"));
      CsvLine.name(namesOf(protocol), values.subList(at, values.size()), fields);
    }
    return fields;
  }

  private static List<String> namesOf(String protocol) {
    return switch (protocol) {
      case "6" -> TCP;
      case "17", "132" -> UDP;
      case "1", "58" -> ICMP;
      case "112" -> CARP;
      default -> List.of("data");
    };
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    Verdict.write(out, said.text("action"));
    String inside = said.text("direction").orElse("");
    String side = inside.equals("out") ? "egress" : "ingress";
    String port = said.text("interface").orElse("");
    out.put("observer." + side + ".interface.name", port.isEmpty() ? null : port);
    // An interface of a virtual network has its number behind a dot.
    String vlan = port.substring(port.lastIndexOf('.') + 1);
    if (port.indexOf('.') > 0 && Numbers.whole(vlan) != null) {
      out.put("observer." + side + ".vlan.id", vlan);
      out.put("network.vlan.id", vlan);
    }
  }
}
