package io.eventsec.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.match.Claims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkDirectionTest {
  private final NetworkDirection stage = new NetworkDirection();

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 192.168.1.1, internal",
    "172.31.255.255, 8.8.8.8, outbound",
    "172.32.0.0, 10.0.0.1, inbound",
    "8.8.8.8, 1.1.1.1, external",
    "fd00::1, 2001:db8::1, outbound",
    "fe80::1, fe80::2, internal",
    "10.0.0.1, 2001:db8::1, outbound"
  })
  void direction_isTold(String source, String destination, String direction) {
    Event event =
        stage.enrich(Claims.event(Map.of("source.ip", source, "destination.ip", destination)));

    assertThat(event.ecsFields()).containsEntry("network.direction", direction);
  }

  @Test
  void direction_thatIsThere_orCannotBeTold_isLeftAlone() {
    for (Event event :
        List.of(
            Claims.event(
                Map.of(
                    "source.ip", "10.0.0.1",
                    "destination.ip", "8.8.8.8",
                    "network.direction", "ingress")),
            Claims.event(Map.of("source.ip", "10.0.0.1")),
            Claims.event(Map.of("source.ip", "x", "destination.ip", "8.8.8.8")))) {
      assertThat(stage.enrich(event)).isSameAs(event);
    }
  }

  @Test
  void ownNetworks_mayBeOthers() {
    NetworkDirection other = new NetworkDirection(List.of("192.0.2.0/25"));

    assertThat(
            other
                .enrich(
                    Claims.event(
                        Map.of("source.ip", "192.0.2.127", "destination.ip", "192.0.2.128")))
                .ecsFields())
        .containsEntry("network.direction", "outbound");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkDirection(List.of("10.0.0.1/8")))
        .withMessage("'10.0.0.1/8' has bits set beyond its prefix; use 10.0.0.0/8");
  }
}
