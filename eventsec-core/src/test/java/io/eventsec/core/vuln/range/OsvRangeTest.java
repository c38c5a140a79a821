package io.eventsec.core.vuln.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.range.OsvRange.Event;
import io.eventsec.core.vuln.range.OsvRange.Kind;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

class OsvRangeTest {

  @Test
  void contains_fromIntroducedToFixed_andAgain() throws UnreadableVersionException {
    OsvRange range =
        range(
            new Event(Kind.FIXED, "1.4"),
            new Event(Kind.INTRODUCED, "2.0"),
            new Event(Kind.INTRODUCED, "0"),
            new Event(Kind.FIXED, "2.0.3"));
    assertThat(List.of("0.0.1-a", "1.3.9", "1.4-rc1", "2.0", "2.0.2"))
        .allMatch(version -> contains(range, version));
    assertThat(List.of("1.4", "1.9", "2.0.3", "3")).noneMatch(version -> contains(range, version));
  }

  @Test
  void contains_lastAffected_isWithinAndNewerOnesAreNot() throws UnreadableVersionException {
    OsvRange range = range(new Event(Kind.INTRODUCED, "1"), new Event(Kind.LAST_AFFECTED, "1.5"));
    assertThat(contains(range, "1.5.0")).isTrue();
    assertThat(contains(range, "1.5.1")).isFalse();
    assertThat(contains(range, "0.9")).isFalse();
  }

  @Test
  void contains_limits_endWhatIsLookedAt() throws UnreadableVersionException {
    OsvRange range =
        range(
            new Event(Kind.INTRODUCED, "0"),
            new Event(Kind.LIMIT, "2"),
            new Event(Kind.LIMIT, "3"));
    assertThat(contains(range, "2.9")).isTrue();
    assertThat(contains(range, "3")).isFalse();
    assertThat(contains(range(new Event(Kind.INTRODUCED, "0"), new Event(Kind.LIMIT, "*")), "99"))
        .isTrue();
  }

  @Test
  void contains_fixedAndIntroducedInOneVersion_isAffected() throws UnreadableVersionException {
    OsvRange range =
        range(
            new Event(Kind.INTRODUCED, "1"),
            new Event(Kind.INTRODUCED, "2"),
            new Event(Kind.FIXED, "2"));
    assertThat(contains(range, "2")).isTrue();
  }

  @Test
  void of_nothingIntroduced_orUnreadable_saysSo() {
    assertThatThrownBy(() -> range(new Event(Kind.FIXED, "1")))
        .hasMessageContaining("no event that introduces");
    assertThatThrownBy(() -> range(new Event(Kind.INTRODUCED, "latest")))
        .isInstanceOf(UnreadableVersionException.class)
        .hasMessageContaining("latest");
  }

  private static OsvRange range(Event... events) throws UnreadableVersionException {
    return OsvRange.of(VersionScheme.NPM, List.of(events));
  }

  private static boolean contains(OsvRange range, String version) {
    try {
      return range.contains(range.scheme().parse(version));
    } catch (UnreadableVersionException e) {
      throw new AssertionError(e);
    }
  }
}
