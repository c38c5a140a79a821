package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.retention.RetentionPolicy;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RolloverPolicyTest {
  @Test
  void within_isAnEighth() {
    RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(80), OptionalLong.of(8L << 30));
    assertThat(RolloverPolicy.within(policy))
        .isEqualTo(new RolloverPolicy(Duration.ofDays(10), 1L << 30));
  }

  @Test
  void within_aLongRetention_isAMonthAndTwentyGibibytesAtMost() {
    assertThat(RolloverPolicy.within(new RetentionPolicy(Duration.ofDays(3650))))
        .isEqualTo(new RolloverPolicy(Duration.ofDays(30), 20L << 30));
  }

  @Test
  void within_aShortRetention_isAnHourAndAMebibyteAtLeast() {
    RetentionPolicy policy = new RetentionPolicy(Duration.ofMinutes(1), OptionalLong.of(1));
    assertThat(RolloverPolicy.within(policy))
        .isEqualTo(new RolloverPolicy(Duration.ofHours(1), 1L << 20));
  }

  @Test
  void policy_thatMakesAnIndexEachTime_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RolloverPolicy(Duration.ofMinutes(59), 1L << 20))
        .withMessageContaining("PT59M");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RolloverPolicy(Duration.ofHours(1), 1))
        .withMessageContaining("1 bytes");
  }
}
