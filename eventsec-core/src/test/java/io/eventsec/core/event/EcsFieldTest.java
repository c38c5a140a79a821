package io.eventsec.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EcsFieldTest {

  @Test
  void all_knowsTheFieldsEveryoneNeeds() {
    assertThat(EcsField.named("@timestamp"))
        .contains(new EcsField("@timestamp", EcsField.Type.DATE));
    assertThat(EcsField.named("source.ip")).contains(new EcsField("source.ip", EcsField.Type.IP));
    assertThat(EcsField.named("network.bytes"))
        .contains(new EcsField("network.bytes", EcsField.Type.LONG));
    assertThat(EcsField.named("source.ipp")).isEmpty();
  }

  @Test
  void all_noFieldIsAnObjectToAnother() {
    Set<String> parents = new HashSet<>();
    for (EcsField field : EcsField.all()) {
      List<String> parts = List.of(field.name().split("\\."));
      for (int i = 1; i < parts.size(); i++) {
        parents.add(String.join(".", parts.subList(0, i)));
      }
    }
    assertThat(EcsField.all()).extracting(EcsField::name).doesNotContainAnyElementsOf(parents);
  }
}
