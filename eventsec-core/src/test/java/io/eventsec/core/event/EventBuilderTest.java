package io.eventsec.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventBuilderTest {
  private final Event.Builder builder =
      Event.builder(
          EventId.of(new EventOrigin(Tenant.DEFAULT, "s", "o", 0), 0), Tenant.DEFAULT, "s");

  @Test
  void builtEvent_isNotChangedByWhatTheBuilderDoesLater() {
    Event first = builder.ecs("event.kind", "event").nativeField("a", 1L).build();
    Event second = builder.ecs("event.kind", "alert").nativeField("b", 2L).build();
    assertThat(first.ecsFields()).isEqualTo(Map.of("event.kind", "event"));
    assertThat(first.nativeFields()).isEqualTo(Map.of("a", 1L));
    assertThat(second.ecsFields()).isEqualTo(Map.of("event.kind", "alert"));
    assertThat(second.nativeFields()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Test
  void nativeFieldsAtOnce_replaceThoseBefore_andAreLeftAlone() {
    Map<String, Object> fields = Map.of("a", 1L);
    Event first = builder.nativeField("b", 2L).nativeFields(fields).build();
    Event second = builder.nativeField("c", 3L).build();
    assertThat(first.nativeFields()).isEqualTo(Map.of("a", 1L));
    assertThat(second.nativeFields()).isEqualTo(Map.of("a", 1L, "c", 3L));
    assertThat(fields).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void emptyValues_leaveTheFieldOut_andATimeIsThatOfReceiptUnlessSet() {
    Instant received = Instant.parse("2026-11-24T00:00:00Z");
    Event event =
        builder
            .ecs("a", null)
            .ecs("b", List.of())
            .ecs("c", List.of(1L))
            .receivedAt(received)
            .build();
    assertThat(event.ecsFields()).isEqualTo(Map.of("c", 1L));
    assertThat(event.time()).isEqualTo(received);
  }
}
