package io.eventsec.core.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is read compares as an order does, and what is not read says why. */
class VersionPropertyTest {
  /**
   * By their own definition: pacman where separators differ in length, Conan where numbers meet
   * texts (10 before 1x before 2), Maven where a zero meets a qualifier (0.0.rc before 0, 0 before
   * 0-x, 0-x before 0.0.rc).
   */
  private static final Set<VersionScheme> NO_ORDER =
      EnumSet.of(VersionScheme.ALPM, VersionScheme.CONAN, VersionScheme.MAVEN);

  @Property
  void readVersions_areInOrder(
      @ForAll VersionScheme scheme,
      @ForAll("texts") String first,
      @ForAll("texts") String second,
      @ForAll("texts") String third) {
    Optional<Version> a = read(scheme, first);
    Optional<Version> b = read(scheme, second);
    Optional<Version> c = read(scheme, third);
    if (a.isEmpty() || b.isEmpty() || c.isEmpty()) {
      return;
    }
    int ab = sign(a.get(), b.get());
    int bc = sign(b.get(), c.get());
    int ac = sign(a.get(), c.get());
    String what = scheme + ": " + first + ' ' + second + ' ' + third;
    assertThat(sign(a.get(), a.get())).as(what).isZero();
    assertThat(sign(b.get(), a.get())).as(what).isEqualTo(-ab);
    if (NO_ORDER.contains(scheme)) {
      return;
    }
    if (ab == bc || bc == 0) {
      assertThat(ac).as(what).isEqualTo(ab);
    } else if (ab == 0) {
      assertThat(ac).as(what).isEqualTo(bc);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "0", "00", "1", "01", "2", "10", ".", ".", ".", "-", "_", "~", "+", ":", "^", "a", "b",
            "rc", "alpha", "-r1", "_p", "_rc1", "sp", "dev", "x", "Z", "\u00e4", "-1");
    return parts.list().ofMinSize(1).ofMaxSize(7).map(list -> String.join("", list));
  }

  private static Optional<Version> read(VersionScheme scheme, String text) {
    try {
      return Optional.of(scheme.parse(text));
    } catch (UnreadableVersionException e) {
      assertThat(e).hasMessageContaining(text);
      return Optional.empty();
    }
  }

  private static int sign(Version a, Version b) {
    return Integer.signum(a.compareTo(b));
  }
}
