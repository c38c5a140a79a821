package io.eventsec.core.correlate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class GroupKeyTest {
  @Property
  void values_areThoseItWasMadeOf(@ForAll @Size(max = 4) List<String> values) {
    GroupKey key = new GroupKey(values.toArray(new String[0]));

    assertThat(key.values()).isEqualTo(values);
    assertThat(key.size()).isEqualTo(values.size());
    assertThat(key).isEqualTo(new GroupKey(values.toArray(new String[0])));
  }

  @Example
  void valuesThatLookLikeSeveral_areAnotherGroup() {
    GroupKey two = new GroupKey("a", "b");

    assertThat(new GroupKey(two.joined())).isNotEqualTo(two);
    assertThat(new GroupKey("1:a", "")).isNotEqualTo(new GroupKey("1", "a"));
    assertThat(new GroupKey("", "")).isNotEqualTo(new GroupKey(""));
  }
}
