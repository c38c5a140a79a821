package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of no known format that say what a host is like, not what somebody did. */
final class GenericHost {
  private static final List<String> SIGNS =
      List.of("osname", "osversion", "osfamily", "osdescription", "operatingsystem", "osplatform");

  private static final List<String> ACTIONS =
      List.of(
          "action",
          "actiontype",
          "eventtype",
          "activity",
          "operation",
          "operationname",
          "eventname",
          "rulename",
          "policyname",
          "username",
          "user",
          "dstip",
          "destip",
          "destinationip",
          "processname",
          "method");

  private static final Set<String> ADDRESSES =
      Set.of("ip", "ipaddress", "ipaddr", "externalipaddress", "publicip");

  private GenericHost() {}

  /** The record; if it is about a host, its address is called the host's. */
  static NativeRecord own(NativeRecord plain) {
    if (!isHost(plain)) {
      return plain;
    }
    Map<String, Object> own = new LinkedHashMap<>();
    plain
        .fields()
        .forEach(
            (name, value) -> own.putIfAbsent(ADDRESSES.contains(name) ? "hostip" : name, value));
    return new NativeRecord(own);
  }

  /** Sets what is the host's because the record is about nothing else. */
  static void write(NativeRecord plain, EcsWriter out) {
    if (isHost(plain)) {
      out.putIfAbsent("event.category", "host");
      out.putIfAbsent("host.id", out.get("event.id"));
    }
  }

  private static boolean isHost(NativeRecord plain) {
    return SIGNS.stream().anyMatch(plain::has) && ACTIONS.stream().noneMatch(plain::has);
  }
}
