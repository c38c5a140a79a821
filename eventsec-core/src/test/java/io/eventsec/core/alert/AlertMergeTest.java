package io.eventsec.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlertMergeTest {
  private static final RuleRef RULE = new RuleRef("rule", "0123456789ab");
  private static final AlertId ID =
      AlertId.ofWindow(Tenant.DEFAULT, RULE, List.of("host"), Instant.EPOCH);

  @Property(tries = 200)
  void anyOrderAndAnyGrouping_giveTheSameAlert(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
    List<AlertMerge> inOrder = IntStream.range(0, size).mapToObj(AlertMergeTest::match).toList();
    List<AlertMerge> shuffled = new ArrayList<>(inOrder);
    Random random = new Random(seed);
    Collections.shuffle(shuffled, random);
    while (shuffled.size() > 1) {
      AlertMerge one = shuffled.remove(random.nextInt(shuffled.size()));
      AlertMerge other = shuffled.remove(random.nextInt(shuffled.size()));
      shuffled.add(one.and(other));
    }

    AlertMerge expected = inOrder.stream().reduce(AlertMerge::and).orElseThrow();
    AlertMerge merged = shuffled.get(0);
    assertThat(merged.count()).isEqualTo(size);
    assertThat(merged.lastTime()).isEqualTo(expected.lastTime());
    assertThat(merged.alert().evidence()).isEqualTo(expected.alert().evidence());
    assertThat(merged.alert().matchedItems()).isEqualTo(expected.alert().matchedItems());
    assertThat(merged.alert().eventTime()).isEqualTo(Instant.ofEpochSecond(1_000));
    assertThat(Set.copyOf(merged.alert().entities().users()))
        .isEqualTo(Set.copyOf(expected.alert().entities().users()));
  }

  @Test
  void evidence_isTheEarliestTen_eachOnce() {
    AlertMerge merged = match(30);
    for (int n = 29; n >= 0; n--) {
      merged = merged.and(match(n));
    }
    merged = merged.and(match(0));

    assertThat(merged.alert().evidence())
        .extracting(Event::time)
        .containsExactlyElementsOf(
            IntStream.range(0, 10).mapToObj(n -> Instant.ofEpochSecond(1_000 + n)).toList());
  }

  @Test
  void anotherAlert_isRefused() {
    AlertMerge other =
        AlertMerge.of(match(1).alert().with(AlertId.of(Tenant.DEFAULT, RULE, List.of())));

    assertThatThrownBy(() -> match(0).and(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is another");
  }

  private static AlertMerge match(int n) {
    Event event =
        Event.builder(
                EventId.of(new EventOrigin(Tenant.DEFAULT, "s", "o", 0), n), Tenant.DEFAULT, "s")
            .time(Instant.ofEpochSecond(1_000 + n))
            .ecs("user.name", "user-" + n)
            .build();
    return AlertMerge.of(
        new Alert(
            ID,
            Tenant.DEFAULT,
            RULE,
            "Title",
            Severity.LOW,
            List.of(),
            Entities.of(event),
            List.of(new MatchedItem("selection", "n", List.of(), "*", "" + n)),
            List.of(event)));
  }
}
