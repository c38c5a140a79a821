package io.eventsec.core.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatIndicatorTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void validity_endsBeforeItsEnd_inWholeMicroseconds() {
    ValidityPeriod period =
        new ValidityPeriod(Optional.of(NOON.plusNanos(1_999)), Optional.of(NOON.plusNanos(3_999)));

    assertThat(period.from()).contains(NOON.plusNanos(1_000));
    assertThat(period.covers(NOON.plusNanos(999))).isFalse();
    assertThat(period.covers(NOON.plusNanos(1_000))).isTrue();
    assertThat(period.covers(NOON.plusNanos(2_999))).isTrue();
    assertThat(period.covers(NOON.plusNanos(3_000))).isFalse();
    assertThat(ValidityPeriod.ALWAYS.covers(Instant.MIN)).isTrue();
  }

  @Test
  void validity_thatCannotBe_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ValidityPeriod(Optional.of(NOON), Optional.of(NOON)))
        .withMessage(
            "An end at 2026-11-24T12:00:00Z is not after the beginning at 2026-11-24T12:00:00Z;"
                + " give a later end or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ValidityPeriod(Optional.of(Instant.MAX), Optional.empty()))
        .withMessageEndingWith("is out of bounds; use the years 1 to 9999");
  }

  @Test
  void confidence_outOfBounds_isRefused() {
    ThreatIndicator claim =
        ThreatIndicator.of(new Indicator(IndicatorKind.ADDRESS, "192.0.2.1"), "feed");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ThreatIndicator(
                    claim.indicator(),
                    claim.origin(),
                    claim.validity(),
                    OptionalInt.of(101),
                    claim.details()))
        .withMessage("Confidence 101 is out of bounds; use 0 to 100");
  }

  @Test
  void details_areShortenedForPeople() {
    IndicatorDetails details =
        new IndicatorDetails(
            "n".repeat(400), "a\u0000b\ud800", Collections.nCopies(50, "same"), Optional.empty());

    assertThat(details.name()).hasSize(300).endsWith("n…");
    assertThat(details.description()).isEqualTo("a b\ufffd");
    assertThat(details.labels()).containsExactly("same");
    assertThat(new IndicatorDetails("", "", List.of(" ", "b"), Optional.empty()).labels())
        .containsExactly("b");
  }

  @Test
  void shownText_isNotCutWithinACharacter() {
    String faces = "\ud83d\ude00".repeat(10);

    assertThat(ShownText.of(faces, 20)).isEqualTo(faces);
    assertThat(ShownText.of(faces, 19)).isEqualTo("\ud83d\ude00".repeat(9) + "…");
    assertThat(ShownText.of(faces, 18)).isEqualTo("\ud83d\ude00".repeat(8) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "tlp:amber+strict, AMBER_STRICT, AMBER+STRICT",
    "TLP:WHITE, CLEAR, CLEAR",
    " red , RED, RED",
    "Tlp:Green, GREEN, GREEN"
  })
  void tlp_isReadFromLabels(String label, Tlp tlp, String ecsName) {
    assertThat(Tlp.named(label)).contains(tlp);
    assertThat(tlp.ecsName()).isEqualTo(ecsName);
    assertThat(Tlp.named("apt:" + label)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hxxps[://]bad[.]example/a, https://bad.example/a",
    "hXXp://bad.example, http://bad.example",
    "bad[dot]example, bad.example",
    "bad(.)example, bad.example",
    "m[at]bad.example, m@bad.example",
    "'http://[2001:db8::1]/', 'http://[2001:db8::1]/'",
    "bad.example, bad.example"
  })
  void text_thatWasDisarmed_isUnderstood(String text, String meant) {
    assertThat(IndicatorText.rearmed(text)).isEqualTo(meant);
    assertThat(IndicatorText.rearmed(meant)).isEqualTo(meant);
  }
}
