package io.eventsec.core.intel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixReaderTest {
  private static final String ID = "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2";
  private static final String AUTHOR = "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5";
  private static final String GOOD =
      """
      {"type": "indicator", "id": "%s", "pattern_type": "stix", "valid_from": "2026-01-01T00:00:00Z",
       "modified": "2026-01-02T00:00:00Z", "pattern": "[ipv4-addr:value = '192.0.2.1']"}"""
          .formatted(ID);
  private static final StixReader READER = new StixReader("feed", ImportLimits.DEFAULT);

  private final Imported imported = new Imported();

  private ImportReport bundle(String... objects) throws IOException {
    return imported.read(
        READER, "{\"type\": \"bundle\", \"objects\": [" + String.join(",", objects) + "]}");
  }

  /** The good one with more. */
  private static String with(String more) {
    return GOOD.substring(0, GOOD.length() - 1) + ", " + more + "}";
  }

  /** The good one with a text replaced. */
  private static String but(String text, String by) {
    assertThat(GOOD).contains(text);
    return GOOD.replace(text, by);
  }

  @Test
  void indicator_allThatItSays_isTold() throws IOException {
    ImportReport report =
        bundle(
            with(
                """
                "created_by_ref": "%s", "confidence": 85, "name": "n", "description": "d",
                "labels": ["a"], "indicator_types": ["b", "a"], "valid_until": "2027-01-01T00:00:00Z",
                "object_marking_refs": ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"]"""
                    .formatted(AUTHOR)),
            "{\"type\": \"identity\", \"id\": \"%s\", \"name\": \"Acme\"}".formatted(AUTHOR));

    assertThat(imported.claims)
        .containsExactly(
            new ThreatIndicator(
                new Indicator(IndicatorKind.ADDRESS, "192.0.2.1"),
                new IndicatorOrigin("Acme", ID, Optional.of(Instant.parse("2026-01-02T00:00:00Z"))),
                new ValidityPeriod(
                    Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                    Optional.of(Instant.parse("2027-01-01T00:00:00Z"))),
                OptionalInt.of(85),
                new IndicatorDetails("n", "d", List.of("a", "b"), Optional.of(Tlp.AMBER))));
    assertThat(report)
        .isEqualTo(new ImportReport(2, 1, 0, 1, 1, 0, 0, Map.of(), List.of(), Optional.empty()));
  }

  @Test
  void author_thatNeverComes_isTheFeed() throws IOException {
    bundle(with("\"created_by_ref\": \"" + AUTHOR + "\""), GOOD);

    assertThat(imported.claims)
        .extracting(claim -> claim.origin().source())
        .containsExactly("feed", "feed");
  }

  @Test
  void marking_ofTheFeedItself_isUnderstood() throws IOException {
    bundle(
        with(
            """
            "object_marking_refs": ["marking-definition--a1111111-1111-4111-8111-111111111111",
              "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"]"""),
        """
        {"type": "marking-definition", "name": "TLP:AMBER+STRICT",
         "id": "marking-definition--a1111111-1111-4111-8111-111111111111"}""");

    assertThat(imported.claims.get(0).details().tlp()).contains(Tlp.AMBER_STRICT);
  }

  @Test
  void revoked_isAWithdrawal() throws IOException {
    ImportReport report = bundle(with("\"revoked\": true"));

    assertThat(imported.withdrawals)
        .containsExactly(
            new IndicatorWithdrawal(ID, Optional.of(Instant.parse("2026-01-02T00:00:00Z"))));
    assertThat(report.withdrawals()).isEqualTo(1);
    assertThat(imported.claims).isEmpty();
  }

  @Test
  void sightings_areCounted() throws IOException {
    String sighting =
        "{\"type\": \"sighting\", \"id\": \"x\", \"sighting_of_ref\": \"" + ID + "\"%s}";
    ImportReport report =
        bundle(
            sighting.formatted(""),
            sighting.formatted(", \"count\": 50"),
            sighting.formatted(", \"count\": 0"),
            sighting.formatted(", \"count\": -1"),
            sighting.replace("indicator--", "malware--").formatted(""));

    assertThat(imported.sightings)
        .containsExactly(new IndicatorSighting(ID, 1), new IndicatorSighting(ID, 50));
    assertThat(report.sightings()).isEqualTo(51);
    assertThat(report.skipped()).isEqualTo(Map.of(SkipReason.BAD_DETAIL, 1));
  }

  @Test
  void badObjects_stopNothing() throws IOException {
    ImportReport report =
        bundle(
            "1",
            "\"x\"",
            "null",
            "[]",
            "{}",
            "{\"type\": []}",
            "{\"type\": \"indicator\", \"id\": }",
            "{{\"a\": [}}]",
            "{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}",
            "{\"a\": \"" + "x".repeat(2 << 20) + "\"}",
            but(ID, "indicator--1"),
            but(ID, ID.replace("indicator", "malware")),
            but("\"pattern\"", "\"pat\""),
            but("192.0.2.1", "192.0.2.256"),
            but(" = ", " LIKE "),
            but("[ipv4", "(ipv4"),
            but("\"stix\"", "\"yara\""),
            but("\"valid_from\"", "\"valid\""),
            but("2026-01-01T00:00:00Z", "yesterday"),
            with("\"valid_until\": \"2025-01-01T00:00:00Z\""),
            with("\"confidence\": 101"),
            with("\"confidence\": \"high\""),
            "{\"type\": \"ipv4-addr\", \"value\": \"192.0.2.9\"}",
            GOOD);

    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1");
    assertThat(report.ended()).isEmpty();
    assertThat(report.objects()).isEqualTo(24);
    assertThat(report.read()).isEqualTo(1);
    assertThat(report.ignored()).isEqualTo(1);
    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                SkipReason.MALFORMED, 13,
                SkipReason.TOO_LARGE, 1,
                SkipReason.INEXPRESSIBLE, 2,
                SkipReason.BAD_PATTERN, 1,
                SkipReason.OTHER_LANGUAGE, 1,
                SkipReason.BAD_DETAIL, 4));
    assertThat(report.examples())
        .extracting(SkippedEntry::position)
        .startsWith("object 1", "object 2")
        .doesNotContain("object 23", "object 24");
  }

  static Stream<Arguments> badDetails() {
    return Stream.of(
        Arguments.of(
            "192.0.2.1",
            "192.0.2.256",
            "'192.0.2.256' is not an IPv4 or IPv6 address; use one without a zone"),
        Arguments.of(
            " = ",
            " LIKE ",
            "LIKE on ipv4-addr:value names no single value; use =, IN or ISSUBSET, or write a rule"),
        Arguments.of(
            "2026-01-01T00:00:00Z",
            "now",
            "'now' in 'valid_from' is no time; use one like 2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @MethodSource("badDetails")
  void badObject_isNamedWithValueRuleAndCure(String text, String by, String message)
      throws IOException {
    ImportReport report = bundle(GOOD, but(text, by));

    assertThat(report.examples()).hasSize(1);
    SkippedEntry entry = report.examples().get(0);
    assertThat(entry.position()).isEqualTo("object 2");
    assertThat(entry.id()).isEqualTo(ID);
    assertThat(entry.message()).isEqualTo(message);
  }

  @Test
  void pattern_withAlternativesThatAreNotUnderstood_isReadInPart() throws IOException {
    ImportReport report =
        bundle(but("'192.0.2.1'", "'192.0.2.1' OR ipv4-addr:value LIKE '1%' OR file:size = 3"));

    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1");
    assertThat(report.read()).isEqualTo(1);
    assertThat(report.partly()).isEqualTo(1);
    assertThat(report.skippedInAll()).isZero();
    assertThat(report.examples())
        .extracting(SkippedEntry::reason)
        .containsExactly(SkipReason.INEXPRESSIBLE, SkipReason.INEXPRESSIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "{\"objects\": [%s], \"more\": false}",
        "\ufeff { \"id\" : {\"a\":[\"}\\\"\"]} , \"objects\" : [ %s ] } \n",
        "{\"objects\": {}, \"objects\": [%s]}"
      })
  void forms_areRead(String form) throws IOException {
    ImportReport report = imported.read(READER, form.formatted(GOOD));

    assertThat(report.ended()).isEmpty();
    assertThat(imported.claims).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "3", "{\"objects\" [", "{\"objects\": [%s", "{\"objects\": [%s,"})
  void brokenJson_endsTheReading_andWhatCameBeforeCounts(String form) throws IOException {
    ImportReport report = imported.read(READER, form.formatted(GOOD));

    assertThat(report.ended()).isPresent();
    assertThat(imported.claims).hasSize(form.contains("%s") ? 1 : 0);
  }

  @Test
  void singleObject_isRefusedWithTheCure() throws IOException {
    assertThat(imported.read(READER, GOOD).ended())
        .contains(
            "The feed is an object of type 'indicator', not a bundle; put it into {\"objects\":"
                + " [...]}");
    assertThat(imported.read(READER, "{}").ended()).as("an empty TAXII envelope").isEmpty();
  }

  @Test
  void limits_endTheReading() throws IOException {
    String text = "[" + GOOD + "," + GOOD + "," + GOOD + "]";

    ImportReport few = imported.read(new StixReader("f", new ImportLimits(9_999, 2, 999)), text);
    assertThat(few.ended()).contains("More than 2 objects: the rest was not read; split the feed");
    assertThat(few.indicators()).isEqualTo(2);

    ImportReport small = imported.read(new StixReader("f", new ImportLimits(300, 9, 999)), text);
    assertThat(small.ended())
        .contains("More than 300 bytes: the rest was not read; split the feed");

    ImportReport tiny = imported.read(new StixReader("f", new ImportLimits(9_999, 9, 100)), text);
    assertThat(tiny.ended()).isEmpty();
    assertThat(tiny.skipped()).isEqualTo(Map.of(SkipReason.TOO_LARGE, 3));
  }

  @Test
  void objectInAnotherEncoding_stopsNothing() throws IOException {
    String text = "{\"objects\": [{\0\0\0\0\0\0\u0003}, {\"a\": \"\u00fc\"}, " + GOOD + "]}";

    ImportReport report =
        READER.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), imported);

    assertThat(report.skipped()).isEqualTo(Map.of(SkipReason.MALFORMED, 2));
    assertThat(report.examples())
        .extracting(SkippedEntry::message)
        .contains("The object is not UTF-8, as JSON must be; mend it");
    assertThat(imported.claims).hasSize(1);
  }

  @Test
  void examples_areBounded_andCountsAreNot() throws IOException {
    String[] bad = new String[500];
    Arrays.fill(bad, "3");

    ImportReport report = bundle(bad);

    assertThat(report.examples()).hasSize(10);
    assertThat(report.skippedInAll()).isEqualTo(500);
  }

  @Test
  void corpus_everyFile_isReadToItsEnd() throws IOException {
    Path root = Corpus.file("intel/stix/rstix_fixtures");
    int files = 0;
    int objects = 0;
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          ImportReport report = READER.read(in, imported);
          assertThat(report.ended().orElse("not a bundle"))
              .as(file.toString())
              .contains("not a bundle");
          assertThat(report.objects())
              .as(file.toString())
              .isEqualTo(report.read() + report.ignored() + report.skippedInAll());
          files++;
          objects += report.objects();
        }
      }
    }
    assertThat(imported.claims).isNotEmpty();
    Corpus.report(
        "STIX", files + " files, " + objects + " objects, " + imported.claims.size() + " claims");
  }
}
