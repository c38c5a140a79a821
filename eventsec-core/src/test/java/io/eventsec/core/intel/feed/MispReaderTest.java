package io.eventsec.core.intel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MispReaderTest {
  private static final String UUID = "5f1b4c1e-0000-4000-8000-000000000001";
  private static final String EVENT =
      """
      {"Event": {"id": "7", "info": "Campaign", "Orgc": {"name": "CIRCL"},
        "RelatedEvent": [{"Event": {"info": "other"}}],
        "Attribute": [%s],
        "Tag": [{"name": "tlp:amber"}, {"name": "misp:confidence-level=\\"usually-confident\\""}]}}""";
  private static final MispReader READER = new MispReader("feed", ImportLimits.DEFAULT);

  private final Imported imported = new Imported();

  private static String attribute(String type, String value) {
    return attribute(type, value, "\"to_ids\": true");
  }

  private static String attribute(String type, String value, String more) {
    return "{\"uuid\": \"%s\", \"type\": \"%s\", \"value\": \"%s\", \"timestamp\": \"1700000000\", %s}"
        .formatted(UUID, type, value.replace("\\", "\\\\"), more);
  }

  private ImportReport event(String... attributes) throws IOException {
    return imported.read(READER, EVENT.formatted(String.join(",", attributes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "ip-src~192.0.2.1~ADDRESS 192.0.2.1",
        "ip-dst~2001:db8::1~ADDRESS 2001:db8::1",
        "ip-dst~192.0.2.0/24~NETWORK 192.0.2.0/24",
        "ip-src|port~192.0.2.1|80~ADDRESS 192.0.2.1",
        "ip-dst|port~192.0.2.1|80~ADDRESS 192.0.2.1",
        "domain~bad.example~DOMAIN bad.example",
        "hostname~www.bad[.]example~DOMAIN www.bad.example",
        "hostname|port~www.bad.example|443~DOMAIN www.bad.example",
        "domain|ip~bad.example|192.0.2.1~DOMAIN bad.example, ADDRESS 192.0.2.1",
        "url~hxxp://bad.example/a~URL http://bad.example/a",
        "uri~http://bad.example/a~URL http://bad.example/a",
        "md5~d41d8cd98f00b204e9800998ecf8427e~MD5 d41d8cd98f00b204e9800998ecf8427e",
        "sha1~da39a3ee5e6b4b0d3255bfef95601890afd80709~SHA1 da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "filename~Setup.exe~FILE_NAME setup.exe",
        "filename|md5~a.exe|d41d8cd98f00b204e9800998ecf8427e~MD5 d41d8cd98f00b204e9800998ecf8427e",
        "malware-sample~a|d41d8cd98f00b204e9800998ecf8427e~MD5 d41d8cd98f00b204e9800998ecf8427e",
        "email-src~m@bad.example~EMAIL m@bad.example",
        "email-dst~m@bad.example~EMAIL m@bad.example",
        "email~m@bad.example~EMAIL m@bad.example"
      })
  void attribute_ofATypeThatIsLookedUp_isAClaim(String type, String value, String expected)
      throws IOException {
    ImportReport report = event(attribute(type, value));

    assertThat(imported.values()).containsExactly(expected.split(", "));
    assertThat(report.ended()).isEmpty();
  }

  @Test
  void claim_tellsWhatTheEventSays_evenBehindIt() throws IOException {
    event(
        attribute(
            "ip-src",
            "192.0.2.1",
            "\"to_ids\": true, \"comment\": \"c2\", \"Tag\": [{\"name\": \"apt\"}]"));

    ThreatIndicator claim = imported.claims.get(0);
    assertThat(claim.origin().source()).isEqualTo("CIRCL");
    assertThat(claim.origin().id()).isEqualTo(UUID);
    assertThat(claim.origin().modified()).contains(Instant.ofEpochSecond(1_700_000_000));
    assertThat(claim.details().name()).isEqualTo("Campaign");
    assertThat(claim.details().description()).isEqualTo("c2");
    assertThat(claim.details().labels()).contains("tlp:amber", "apt");
    assertThat(claim.details().tlp()).contains(Tlp.AMBER);
    assertThat(claim.confidence()).isEqualTo(OptionalInt.of(75));
  }

  @Test
  void attributes_thatAreNoIndicators_areCountedByReason() throws IOException {
    ImportReport report =
        event(
            attribute("ip-src", "192.0.2.1", "\"to_ids\": false"),
            attribute("ip-src", "192.0.2.1", "\"x\": 1"),
            attribute("text", "hello"),
            attribute("ip-src", "192.0.2.256"),
            attribute("filename|md5", "a.exe"),
            attribute("filename", "C:\\temp\\a.exe"),
            attribute("ip-src", "192.0.2.1", "\"to_ids\": true").replace("1700000000", "soon"),
            "{\"type\": \"ip-src\", \"to_ids\": \"1\"}",
            "[]",
            "{\"a\": }",
            attribute("ip-src", "192.0.2.7", "\"to_ids\": \"1\""));

    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.7");
    assertThat(report.objects()).isEqualTo(11);
    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                SkipReason.NOT_FOR_DETECTION, 2,
                SkipReason.OTHER_TYPE, 1,
                SkipReason.BAD_VALUE, 3,
                SkipReason.BAD_DETAIL, 1,
                SkipReason.MALFORMED, 3));
    assertThat(report.examples())
        .extracting(SkippedEntry::message)
        .contains("'192.0.2.256' is not an IPv4 or IPv6 address; use one without a zone");
  }

  @Test
  void deleted_isAWithdrawal() throws IOException {
    event(attribute("ip-src", "192.0.2.1", "\"to_ids\": true, \"deleted\": true"));

    assertThat(imported.claims).isEmpty();
    assertThat(imported.withdrawals)
        .containsExactly(
            new IndicatorWithdrawal(UUID, Optional.of(Instant.ofEpochSecond(1_700_000_000))));
  }

  @Test
  void sightings_ofTheFirstType_areCounted() throws IOException {
    event(
        attribute(
            "ip-src",
            "192.0.2.1",
            "\"to_ids\": true, \"Sighting\": [{\"type\": \"0\"}, {\"type\": \"1\"}, {\"type\": \"0\"}]"));

    assertThat(imported.sightings).containsExactly(new IndicatorSighting(UUID, 2));
  }

  @Test
  void objects_haveAttributesToo() throws IOException {
    ImportReport report =
        imported.read(
            READER,
            """
            {"Event": {"info": "x", "Object": [
              {"name": "file", "Attribute": [%s, %s]},
              {"name": "file", "deleted": true, "Attribute": [%s]},
              3]}}"""
                .formatted(
                    attribute("md5", "d41d8cd98f00b204e9800998ecf8427e"),
                    attribute("filename", "a.exe"),
                    attribute("ip-src", "192.0.2.1")));

    assertThat(imported.values())
        .containsExactly("MD5 d41d8cd98f00b204e9800998ecf8427e", "FILE_NAME a.exe");
    assertThat(imported.withdrawals).hasSize(1);
    assertThat(report.objects()).isEqualTo(4);
    assertThat(report.skipped()).isEqualTo(Map.of(SkipReason.MALFORMED, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\": [{\"Event\": {\"info\": \"i\", \"Attribute\": [%s]}}]}",
        "[{\"Event\": {\"info\": \"i\", \"Attribute\": [%s]}}]",
        "[{\"info\": \"i\", \"Attribute\": [%s]}]",
        "{\"info\": \"i\", \"Attribute\": [%s]}",
        "{\"response\": {\"info\": \"i\", \"Attribute\": [%s]}}",
        "{\"response\": {\"Attribute\": [%s], \"info\": \"i\"}}"
      })
  void forms_areRead(String form) throws IOException {
    ImportReport report = imported.read(READER, form.formatted(attribute("ip-src", "192.0.2.1")));

    assertThat(report.ended()).isEmpty();
    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1");
    assertThat(imported.claims.get(0).details().name()).isEqualTo("i");
    assertThat(imported.claims.get(0).origin().source()).isEqualTo("feed");
  }

  @Test
  void largeEvent_isHandedOnBeforeItsEnd() throws IOException {
    String many =
        IntStream.range(0, 50_100)
            .mapToObj(i -> attribute("ip-src", "10.0." + i / 256 + "." + i % 256))
            .collect(Collectors.joining(","));

    event(many);

    assertThat(imported.claims).hasSize(50_100);
    assertThat(imported.claims.get(0).details().tlp()).isEmpty();
    assertThat(imported.claims.get(50_099).details().tlp()).contains(Tlp.AMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "{\"Event\"", "{\"Event\": {\"Attribute\": [%s,", "{\"info\": 3} 4"})
  void brokenJson_endsTheReading_andWhatCameBeforeCounts(String form) throws IOException {
    ImportReport report = imported.read(READER, form.formatted(attribute("ip-src", "192.0.2.1")));

    assertThat(report.ended()).isPresent();
    assertThat(imported.claims).hasSize(form.contains("%s") ? 1 : 0);
  }

  @Test
  void valuesInPlaceOfEvents_stopNothing() throws IOException {
    ImportReport report =
        imported.read(
            READER, "[3, null, {\"Attribute\": [%s]}]".formatted(attribute("ip-src", "::1")));

    assertThat(report.skipped()).isEqualTo(Map.of(SkipReason.MALFORMED, 2));
    assertThat(imported.values()).containsExactly("ADDRESS ::1");
  }

  @Test
  void nesting_isBounded() throws IOException {
    ImportReport report = imported.read(READER, "{\"Event\":".repeat(10_000));

    assertThat(report.ended())
        .contains("Events lie in events more than 8 deep; export them one by one");
    assertThat(imported.read(READER, "[".repeat(1_000_000)).ended()).isPresent();
  }
}
