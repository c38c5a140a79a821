package io.eventsec.core.alert;

import static io.eventsec.core.alert.IncidentStatus.CLOSED;
import static io.eventsec.core.alert.IncidentStatus.IN_PROGRESS;
import static io.eventsec.core.alert.IncidentStatus.ON_HOLD;
import static io.eventsec.core.alert.IncidentStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentStatusTest {
  private record Step(IncidentStatus from, IncidentStatus to) {}

  @Test
  void mayBecome_ofEveryPair_allowsTheseOnly() {
    List<Step> allowed = new ArrayList<>();
    for (IncidentStatus from : IncidentStatus.values()) {
      for (IncidentStatus to : IncidentStatus.values()) {
        if (from.mayBecome(to)) {
          allowed.add(new Step(from, to));
        }
      }
    }
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            new Step(OPEN, IN_PROGRESS),
            new Step(OPEN, ON_HOLD),
            new Step(OPEN, CLOSED),
            new Step(IN_PROGRESS, ON_HOLD),
            new Step(IN_PROGRESS, CLOSED),
            new Step(ON_HOLD, IN_PROGRESS),
            new Step(ON_HOLD, CLOSED),
            new Step(CLOSED, IN_PROGRESS));
  }

  @Test
  void next_ofEveryStatus_leadsSomewhereElse() {
    for (IncidentStatus status : IncidentStatus.values()) {
      assertThat(status.next()).isNotEmpty().doesNotContain(status);
    }
  }
}
