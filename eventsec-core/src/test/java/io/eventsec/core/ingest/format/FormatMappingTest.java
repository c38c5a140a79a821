package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatMappingTest {

  @Test
  void json_isToldByItsLookAndMapped() {
    Event event =
        event(
            """
            name: acme-portal
            records: json
            look: [acme]
            time: when
            zone: Europe/Berlin
            fields:
              source.ip: [client, peer.ip]
              destination.port: {from: dport, as: port}
              event.action: act
            values:
              event.module: acme
              event.category: [web, authentication]
            """,
            "{\"acme\":1,\"peer\":{\"ip\":\"192.0.2.7\"},\"dport\":\"443\",\"act\":\"login\","
                + "\"when\":\"2026-11-27 09:15:30\"}");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "acme-portal")
        .containsEntry("event.module", "acme")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 443L)
        .containsEntry("event.action", "login")
        .containsEntry("related.ip", "192.0.2.7");
  }

  @Test
  void pairsAndMessages_areToldByTheirStart() {
    assertThat(
            event(
                    "{name: p, records: pairs, starts: 'ACME ', fields: {user.name: u}}",
                    "ACME u=\"ada l\" x=1")
                .ecsFields())
        .containsEntry("user.name", "ada l");
    assertThat(
            event(
                    "{name: m, records: messages, messages: ['door {door} opened by {user.name:text}'],"
                        + " fields: {event.action: door}}",
                    "door west opened by ada l")
                .ecsFields())
        .containsEntry("user.name", "ada l")
        .containsEntry("event.action", "west")
        .containsEntry("message", "door west opened by ada l");
  }

  @Test
  void badValue_isNamedAndItsNeighboursGoOn() {
    assertThat(
            event(
                    "{name: p, records: pairs, starts: 'A ', fields: {source.ip: a, source.port: b}}",
                    "A a=nowhere b=22")
                .ecsFields())
        .containsEntry("source.port", 22L)
        .containsEntry("error.message", "a 'nowhere' is not an IP address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: [ | not valid YAML",
        "text | is no mapping",
        "{name: A, records: json} | the name 'A'",
        "{name: a, records: xml} | the records 'xml'",
        "{name: a, records: json} | nothing by which records are told",
        "{name: a, records: messages} | no messages",
        "{name: a, records: json, look: [x], fields: {source.ipp: x}} | which ECS has not",
        "{name: a, records: json, look: [x], fields: {source.ip: {from: x, as: y}}} | the conversion 'y'",
        "{name: a, records: json, look: [x], zone: Nowhere} | the zone 'Nowhere'",
        "{name: a, records: messages, messages: ['{x']} | without }",
        "{name: a, colour: blue} | the key 'colour'",
      })
  void brokenMapping_saysWhatIsWrong(String yaml, String problem) {
    assertThatThrownBy(() -> FormatMapping.read("my.yml", yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("my.yml")
        .hasMessageContaining(problem);
  }

  private static Event event(String mapping, String line) {
    DecodedBatch decoded =
        EventDecoder.builder()
            .format(FormatMapping.read("my.yml", mapping))
            .standardFormats()
            .build()
            .decode(Batches.of(line));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }
}
