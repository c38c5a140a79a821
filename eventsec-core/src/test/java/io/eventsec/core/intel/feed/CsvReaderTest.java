package io.eventsec.core.intel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static final CsvReader READER = new CsvReader("feed", ImportLimits.DEFAULT);

  private final Imported imported = new Imported();

  @Test
  void row_allThatItSays_isTold() throws IOException {
    ImportReport report =
        imported.read(
            READER,
            """
            Indicator,Type,Confidence,Valid From,valid-until,Source,UUID,Tags,Description,TLP,extra
            bad.example,domain,80,2026-01-01,2027-01-01T00:00:00+01:00,Acme,x-1,"a, b","says ""no"",
            twice",amber,?
            """);

    assertThat(report.ended()).isEmpty();
    assertThat(report.skipped()).isEmpty();
    ThreatIndicator claim = imported.claims.get(0);
    assertThat(imported.values()).containsExactly("DOMAIN bad.example");
    assertThat(claim.confidence()).isEqualTo(OptionalInt.of(80));
    assertThat(claim.validity().from()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(claim.validity().until()).contains(Instant.parse("2026-12-31T23:00:00Z"));
    assertThat(claim.origin().source()).isEqualTo("Acme");
    assertThat(claim.origin().id()).isEqualTo("x-1");
    assertThat(claim.details().labels()).containsExactly("a", "b");
    assertThat(claim.details().description()).isEqualTo("says \"no\", twice");
    assertThat(claim.details().tlp()).contains(Tlp.AMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip,seen\n192.0.2.1,3",
        "seen;dst_ip\r\n3;192.0.2.1\r\n",
        "seen\tvalue\n3\t192.0.2.1\n",
        "\ufeffvalue\n192.0.2[.]1",
        "# a remark, with ip\nip\n# another\n192.0.2.1\n\n",
        "# \"seen\",\"ioc_value\",\"ioc_type\"\n\"3\",\"192.0.2.1\",\"ip\"",
        "\"value\",\"type\"\n\"192.0.2.1\",\"\""
      })
  void forms_areRead(String text) throws IOException {
    ImportReport report = imported.read(READER, text);

    assertThat(report.ended()).isEmpty();
    assertThat(report.skipped()).isEmpty();
    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1");
  }

  @Test
  void columns_mayBeNamedByTheCaller() throws IOException {
    CsvReader reader =
        new CsvReader(
            "feed",
            ImportLimits.DEFAULT,
            Map.of(CsvColumn.VALUE, "Bad Thing", CsvColumn.CONFIDENCE, "sure"));

    imported.read(reader, "ip,bad_thing,SURE\n192.0.2.1,bad.example,7\n");

    assertThat(imported.values()).containsExactly("DOMAIN bad.example");
    assertThat(imported.claims.get(0).confidence()).isEqualTo(OptionalInt.of(7));
  }

  @Test
  void kinds_areThoseOfTheColumn_orOfTheLook() throws IOException {
    imported.read(
        READER,
        """
        value,type
        setup.exe,filename
        192.0.2.0/24,ip
        192.0.2.0/24,
        D41D8CD98F00B204E9800998ECF8427E,MD5_hash
        m@bad.example,
        https://bad.example/,url
        """);

    assertThat(imported.values())
        .containsExactly(
            "FILE_NAME setup.exe",
            "NETWORK 192.0.2.0/24",
            "NETWORK 192.0.2.0/24",
            "MD5 d41d8cd98f00b204e9800998ecf8427e",
            "EMAIL m@bad.example",
            "URL https://bad.example/");
  }

  @Test
  void badRows_stopNothing() throws IOException {
    ImportReport report =
        imported.read(
            READER,
            """
            value,type,confidence,valid_until,tlp
            ,ip,,,
            192.0.2.256,ip,,,
            192.0.2.1,planet,,,
            setup.exe,,,,
            192.0.2.1,ip,101,,
            192.0.2.1,ip,high,,
            192.0.2.1,ip,,soon,
            192.0.2.1,ip,,,purple
            "192.0.2.1"x,ip,,,
            192.0.2.1,ip
            """
                + ",".repeat(300)
                + "\n\"192.0.2.2,ip,,,\n"
                + "x".repeat(70_000)
                + "\n192.0.2.3,ip,,,\n");

    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1", "ADDRESS 192.0.2.3");
    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                SkipReason.BAD_VALUE, 4,
                SkipReason.BAD_DETAIL, 4,
                SkipReason.MALFORMED, 2,
                SkipReason.TOO_LARGE, 1));
    assertThat(report.examples())
        .extracting(SkippedEntry::position)
        .startsWith("row 2", "row 3", "row 4");
    assertThat(report.examples())
        .extracting(SkippedEntry::message)
        .contains("'planet' is no kind of indicators; use one like ip, domain, sha256");
  }

  @Test
  void header_withoutAColumnOfValues_endsTheReading() throws IOException {
    assertThat(imported.read(READER, "a,b\n1,2\n").ended())
        .contains(
            "No column of 'a,b' is known to hold the indicators; name it 'value', or say what it is"
                + " called");
    assertThat(imported.read(READER, "").ended()).isEmpty();
  }
}
