package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyslogCheckTest {

  @Test
  void portThatIsNotOpen_isNamed_andNoReasonToSendTheNodeNoCalls() {
    Component.Finding finding =
        SyslogCheck.finding(
            List.of("The port of syslog over tcp: Address already in use.", "More."),
            Map.of("udp", "5514"));
    assertThat(finding.state()).isEqualTo(ComponentState.State.DEGRADED);
    assertThat(finding.reason()).contains("tcp: Address already in use. More.");
    assertThat(finding.details()).containsExactly(Map.entry("udp", "5514"));
  }

  @Test
  void portsThatAreOpen_areTold() {
    Component.Finding finding = SyslogCheck.finding(List.of(), Map.of("tls", "6514"));
    assertThat(finding.state()).isEqualTo(ComponentState.State.UP);
    assertThat(finding.details()).containsEntry("tls", "6514");
  }
}
