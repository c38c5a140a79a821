package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DeadLetters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DeadLetters} must do. */
public abstract class DeadLettersContract extends DetectionPortsContract {

  /** For subclasses. */
  protected DeadLettersContract() {}

  @Test
  public void newest_ofNone_isEmpty() {
    assertThat(ports().deadLetters().newest(TENANT, 10)).isEmpty();
    assertThat(ports().deadLetters().count(TENANT)).isZero();
  }

  @Test
  public void newest_ofMany_isTheLastOnesLastFirst() {
    List<DeadLetter> letters =
        IntStream.range(0, 700).mapToObj(n -> TestEvents.deadLetter(TENANT, n)).toList();
    commitNext(List.of(), letters);
    assertThat(ports().deadLetters().count(TENANT)).isEqualTo(700);
    assertThat(ports().deadLetters().newest(TENANT, 3))
        .containsExactly(letters.get(699), letters.get(698), letters.get(697));
  }

  @Test
  public void newest_showsATenantItsOwnOnly() {
    openTenant(OTHER_TENANT);
    DeadLetter mine = TestEvents.deadLetter(TENANT, 1);
    DeadLetter theirs = TestEvents.deadLetter(OTHER_TENANT, 1);
    commitNext(List.of(), List.of(mine, theirs));
    assertThat(ports().deadLetters().newest(TENANT, 10)).containsExactly(mine);
    assertThat(ports().deadLetters().newest(OTHER_TENANT, 10)).containsExactly(theirs);
    assertThat(ports().deadLetters().count(OTHER_TENANT)).isEqualTo(1);
  }

  @Test
  public void newest_limitBelowOne_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ports().deadLetters().newest(TENANT, 0));
  }
}
