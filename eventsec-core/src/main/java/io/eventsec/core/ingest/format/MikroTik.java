package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of MikroTik's RouterOS as a syslog server writes them down: a time, a host, and instead of
 * a program the topics of the message ({@code system,error,critical}), which are decoded with it by
 * the shape of the line. Stateless and thread-safe.
 */
public final class MikroTik implements TextFormat {
  private static final Set<String> TOPICS =
      Set.of(
          ("account async backup bfd bgp bridge caps certificate container dhcp dns dot1x"
                  + " e-mail firewall gps hotspot igmp-proxy interface ipsec iscsi isdn kvm l2tp ldp"
                  + " lora lte manager mme mpls ntp ospf ovpn packet pim ppp pppoe pptp radius radvd raw"
                  + " read rip route rsvp script sertcp simulator smb snmp ssh sstp state store system"
                  + " telephony tftp timer tr069 upnp ups vpls vrrp watchdog web-proxy wireguard"
                  + " wireless write zerotier")
              .split(" ", -1));

  private static final Set<String> LEVELS = Set.of("debug", "info", "warning", "error", "critical");
  private static final int LONGEST_WORD = 255;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public MikroTik(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "mikrotik";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int time = LogTime.end(line, 0);
    int host = time + 1;
    int afterHost = time == 0 ? -1 : line.indexOf(' ', host);
    int afterTopics = afterHost < 0 ? -1 : line.indexOf(' ', afterHost + 1);
    if (afterTopics < 0 || afterTopics - host > LONGEST_WORD) {
      return Optional.empty();
    }
    String topics = line.substring(afterHost + 1, afterTopics);
    if (!areTopics(topics)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", line.substring(0, time));
    fields.put("host", line.substring(host, afterHost));
    fields.put("topics", topics);
    fields.put("message", line.substring(afterTopics + 1));
    return Optional.of(new NativeRecord(fields));
  }

  /** True for a topic with a level among those that follow. */
  private static boolean areTopics(String text) {
    String[] words = text.split(",", -1);
    boolean hasLevel = false;
    for (String word : words) {
      boolean isLevel = LEVELS.contains(word);
      hasLevel |= isLevel;
      if (!isLevel && !TOPICS.contains(word)) {
        return false;
      }
    }
    return hasLevel && words.length > 1 && TOPICS.contains(words[0]);
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return nativeRecord
        .text("topics")
        .map(topics -> topics + ' ' + nativeRecord.text("message").orElse(""));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    nativeRecord.text("time").ifPresent(written -> DeviceTime.set("time", written, out, times));
    String topics = nativeRecord.text("topics").orElse("");
    out.put("event.kind", "event");
    out.put("event.module", "mikrotik");
    out.put("event.dataset", "mikrotik." + topics.split(",", 2)[0]);
    out.put("observer.vendor", "MikroTik");
    out.put("message", nativeRecord.text("message").orElse(null));
    nativeRecord.text("host").ifPresent(host -> out.put("host.name", host));
    for (String topic : topics.split(",", -1)) {
      if (LEVELS.contains(topic)) {
        out.put("log.level", topic);
      }
    }
    Related.complete(out);
    out.finish();
  }
}
