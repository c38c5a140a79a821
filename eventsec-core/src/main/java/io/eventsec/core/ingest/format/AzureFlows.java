package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flows of Azure's network security groups (versions 1 and 2) and virtual networks, which stand
 * as tuples between commas in the records. A record has those of a minute: of their ends the event
 * has all there are, of bytes and packets the sum.
 */
final class AzureFlows {
  private static final String OF_GROUPS = "properties.flows.flows.flowTuples";
  private static final String OF_NETWORKS = "flowRecords.flows.flowGroups.flowTuples";
  private static final int MOST = 2_000;
  private static final int MOST_VALUES = 16;
  private static final int LEAST = 8;
  private static final int SECONDS = 10;

  private final EcsWriter out;
  private final Set<Object> sources = new LinkedHashSet<>();
  private final Set<Object> sourcePorts = new LinkedHashSet<>();
  private final Set<Object> targets = new LinkedHashSet<>();
  private final Set<Object> targetPorts = new LinkedHashSet<>();
  private final Set<Object> transports = new LinkedHashSet<>();
  private final Set<Object> directions = new LinkedHashSet<>();
  private final Set<Object> verdicts = new LinkedHashSet<>();
  private final long[] counts = new long[4];
  private boolean counted;
  private @Nullable Instant first;
  private @Nullable Instant last;

  private AzureFlows(EcsWriter out) {
    this.out = out;
  }

  /** Sets what the flows of a record say, if it has any. */
  static void write(NativeRecord said, EcsWriter out) {
    AzureFlows flows = new AzureFlows(out);
    tuples(said, OF_GROUPS).forEach(tuple -> flows.add(tuple, false));
    tuples(said, OF_NETWORKS).forEach(tuple -> flows.add(tuple, true));
    if (!flows.sources.isEmpty()) {
      flows.write();
    }
  }

  private static Stream<String> tuples(NativeRecord said, String field) {
    Object value = said.get(field);
    Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    return all.limit(MOST).map(String::valueOf);
  }

  /** Time, both ends, protocol, direction; what follows depends on who says it. */
  private void add(String tuple, boolean ofNetwork) {
    String[] values = tuple.split(",", MOST_VALUES);
    Instant time = DeviceTime.sinceEpoch(values[0]);
    String source = values.length < LEAST ? null : IpText.canonical(values[1]);
    String target = values.length < LEAST ? null : IpText.canonical(values[2]);
    if (time == null || source == null || target == null || values[0].length() < SECONDS) {
      out.problem("The flow '" + tuple + "' is no tuple of a time, two addresses and their ports");
      return;
    }
    first = first == null || time.isBefore(first) ? time : first;
    last = last == null || time.isAfter(last) ? time : last;
    sources.add(source);
    targets.add(target);
    port(values[3], sourcePorts);
    port(values[4], targetPorts);
    transports.add(transport(values[5]));
    directions.add(values[6].startsWith("I") ? "inbound" : "outbound");
    boolean denied = values[7].equals("D");
    verdicts.add(denied ? "denied" : "allowed");
    count(values, 9);
  }

  private static void port(String text, Set<Object> ports) {
    Object port = Conversion.PORT.convert(text);
    if (port != null) {
      ports.add(port);
    }
  }

  private static String transport(String written) {
    Long number = Numbers.whole(written);
    if (number != null) {
      return Protocols.name(number);
    }
    return written.equals("T")
        ? "tcp"
        : written.equals("U") ? "udp" : written.toLowerCase(Locale.ROOT);
  }

  /** Packets and bytes there, packets and bytes back; a flow that begins may have none. */
  private void count(String[] values, int start) {
    for (int i = 0; i < counts.length && start + i < values.length; i++) {
      Long number = Numbers.whole(values[start + i]);
      if (number != null && number >= 0) {
        counts[i] += number;
        counted = true;
      }
    }
  }

  private void write() {
    out.put("source.ip", List.copyOf(sources));
    out.put("source.port", List.copyOf(sourcePorts));
    out.put("destination.ip", List.copyOf(targets));
    out.put("destination.port", List.copyOf(targetPorts));
    out.put("network.transport", List.copyOf(transports));
    out.put("network.direction", List.copyOf(directions));
    out.put("event.start", String.valueOf(first));
    out.put("event.end", String.valueOf(last));
    verdicts.forEach(verdict -> DeviceFields.addType(out, verdict.toString()));
    if (verdicts.size() == 1) {
      out.put("event.outcome", verdicts.contains("denied") ? "failure" : "success");
    }
    if (counted) {
      Traffic.set(out, new Traffic.Counters(counts[1], counts[3], counts[0], counts[2]));
    }
  }
}
