package io.eventsec.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.match.Claims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityIdTest {
  private final CommunityId stage = new CommunityId();

  @ParameterizedTest
  @CsvSource({
    "tcp, 128.232.110.120, 66.35.250.204, 34855, 80, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "tcp, 66.35.250.204, 128.232.110.120, 80, 34855, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "udp, 192.168.1.52, 8.8.8.8, 54585, 53, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
    "sctp, 192.168.170.8, 192.168.170.56, 7, 80, 1:jQgCxbku+pNGw8WPbEc/TS/uTpQ=",
    "icmp, 192.168.0.89, 192.168.0.1, 8, 0, 1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
    "icmp, 192.168.0.1, 192.168.0.89, 0, 0, 1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
    "icmp, fe80::200:86ff:fe05:80da, fe80::260:97ff:fe07:69ea, 135, 0,"
        + " 1:dGHyGvjMfljg6Bppwm3bg0LO8TY="
  })
  void id_isThatOfTheSpecification(
      String transport, String source, String destination, long from, long to, String id) {
    Event event =
        stage.enrich(
            Claims.event(
                Map.of(
                    "network.transport", transport,
                    "source.ip", source,
                    "destination.ip", destination,
                    "source.port", from,
                    "destination.port", to)));

    assertThat(event.ecsFields()).containsEntry("network.community_id", id);
  }

  @Test
  void icmp_ofSuricata_isThatOfZeek() {
    Event event =
        stage.enrich(
            Claims.event(
                    Map.of(
                        "network.iana_number", "1",
                        "source.ip", "192.168.0.89",
                        "destination.ip", "192.168.0.1"))
                .toBuilder()
                .nativeField("icmp_type", 8L)
                .nativeField("icmp_code", 0L)
                .build());

    assertThat(event.ecsFields())
        .containsEntry("network.community_id", "1:X0snYXpgwiv9TZtqg64sgzUn6Dk=");
  }

  @Test
  void icmp_thatNothingAnswers_hasOneWay() {
    assertThat(id("icmp", "10.0.0.2", "10.0.0.1", 3, 1))
        .isNotEqualTo(id("icmp", "10.0.0.1", "10.0.0.2", 3, 1));
  }

  @Test
  void protocolWithoutPorts_hasAnIdWithoutPorts() {
    Event event =
        Claims.event(
            Map.of(
                "network.transport", "GRE",
                "source.ip", "10.0.0.1",
                "destination.ip", "10.0.0.2"));

    assertThat(stage.enrich(event).ecsFields()).containsKey("network.community_id");
    assertThat(id("gre", "10.0.0.1", "10.0.0.2", 3, 1))
        .isEqualTo(id("gre", "10.0.0.2", "10.0.0.1", 5, 6));
  }

  private Object id(String transport, String source, String destination, long from, long to) {
    return stage
        .enrich(
            Claims.event(
                Map.of(
                    "network.transport", transport,
                    "source.ip", source,
                    "destination.ip", destination,
                    "source.port", from,
                    "destination.port", to)))
        .ecsFields()
        .getOrDefault("network.community_id", "");
  }

  @Test
  void event_thatHasOne_orLacksAPart_isLeftAlone() {
    for (Event event :
        List.of(
            Claims.event(Map.of("network.community_id", "1:x")),
            Claims.event(Map.of("source.ip", "10.0.0.1", "destination.ip", "10.0.0.2")),
            Claims.event(
                Map.of(
                    "network.transport", "tcp",
                    "source.ip", "10.0.0.1",
                    "destination.ip", "10.0.0.2")),
            Claims.event(
                Map.of(
                    "network.transport", "quux",
                    "source.ip", "10.0.0.1",
                    "destination.ip", "10.0.0.2")),
            Claims.event(
                Map.of(
                    "network.transport", "gre",
                    "source.ip", "10.0.0.1",
                    "destination.ip", "::2")))) {
      assertThat(stage.enrich(event)).isSameAs(event);
    }
  }
}
