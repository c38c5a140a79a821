package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs of fifty programs with what another parser finds in them, where the corpus is at hand. */
class ProgramCorpusTest {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "source_ip", List.of("source.ip", "client.ip"),
          "target_user", List.of("user.name", "user.email"),
          "username", List.of("user.name", "user.email"),
          "http_status", List.of("http.response.status_code"),
          "http_verb", List.of("http.request.method"),
          "machine", List.of("host.name"));

  private static final EventDecoder DECODER =
      EventDecoder.builder().standardFormats().genericFormats().build();

  /**
   * What is found elsewhere and not here: the sender of a packet is its source here whichever way
   * it goes, an IPv4 address in IPv6 is spelt as RFC 5952 does, and what stands in the text of an
   * error is not looked for.
   */
  private static final Set<String> OTHERWISE =
      Set.of(
          "proxmox-logs source_ip ::ffff:172.21.10.2",
          "baikal-logs username (name stripped-out)",
          "base-upsun-httplog-logs source_ip 203.0.113.1",
          "cpanel-logs username -");

  @Test
  void everyLine_isAnEvent_andHasWhatIsAsserted() throws IOException {
    List<String> missing = new ArrayList<>();
    int asserted = 0;
    for (String line : Corpus.lines(Corpus.file("logs/crowdsec_parse_dev.ndjson.gz"))) {
      Map<String, ?> test = Json.object(line);
      List<Event> events = events((List<?>) Objects.requireNonNull(test.get("log")));
      for (String wanted : wanted(test)) {
        asserted++;
        String[] parts = wanted.split(" ", 2);
        if (!values(events, FIELDS.getOrDefault(parts[0], List.of())).contains(parts[1])) {
          missing.add(test.get("test") + " " + wanted);
        }
      }
    }
    Corpus.report("logs of programs", asserted - missing.size() + " of " + asserted + " values");

    assertThat(asserted).isEqualTo(191);
    missing.removeAll(OTHERWISE);
    assertThat(missing).isEmpty();
  }

  private static List<Event> events(List<?> log) {
    List<Event> events = new ArrayList<>();
    for (Object line : log) {
      String text = line.toString().replace('\n', ' ');
      if (!text.isBlank()) {
        DecodedBatch decoded = DECODER.decode(Batches.of(text));
        assertThat(decoded.rejections()).as(text).isEmpty();
        assertThat(decoded.events().get(0).ecsFields().keySet())
            .allMatch(name -> EcsField.named(name).isPresent());
        events.addAll(decoded.events());
      }
    }
    return events;
  }

  /** Each different value that is asserted of one of the fields, as {@code field value}. */
  private static Set<String> wanted(Map<String, ?> test) {
    Set<String> wanted = new LinkedHashSet<>();
    for (Object assertion : (List<?>) Objects.requireNonNull(test.get("asserts"))) {
      List<?> parts = (List<?>) assertion;
      boolean counts = parts.size() > 5 && FIELDS.containsKey(String.valueOf(parts.get(4)));
      if (counts && !String.valueOf(parts.get(5)).isEmpty()) {
        wanted.add(parts.get(4) + " " + parts.get(5));
      }
    }
    return wanted;
  }

  private static Set<String> values(List<Event> events, List<String> fields) {
    Set<String> values = new LinkedHashSet<>();
    for (Event event : events) {
      for (String field : fields) {
        Object value = event.ecsFields().get(field);
        if (value != null) {
          values.add(value.toString());
        }
      }
    }
    return values;
  }
}
