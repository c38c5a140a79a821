package io.eventsec.core.intel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.intel.IndicatorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListReaderTest {
  private static final ListReader READER = new ListReader("feed", ImportLimits.DEFAULT);

  private final Imported imported = new Imported();

  @Test
  void lines_areOfTheKindTheyLookLike() throws IOException {
    ImportReport report =
        imported.read(
            READER,
            """
            # remark
            ; another
            192.0.2.1
              192.0.2.0/24\t# the neighbours
            2001:db8::1 ; and this
            bad.example\r
            hxxps://bad[.]example/a#part
            hxxp[://]worse[dot]example:8080/
            m[at]bad(.)example
            D41D8CD98F00B204E9800998ECF8427E

            da39a3ee5e6b4b0d3255bfef95601890afd80709
            fxp://bad.example/""");

    assertThat(imported.values())
        .containsExactly(
            "ADDRESS 192.0.2.1",
            "NETWORK 192.0.2.0/24",
            "ADDRESS 2001:db8::1",
            "DOMAIN bad.example",
            "URL https://bad.example/a",
            "URL http://worse.example:8080/",
            "EMAIL m@bad.example",
            "MD5 d41d8cd98f00b204e9800998ecf8427e",
            "SHA1 da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "URL ftp://bad.example/");
    assertThat(report.objects()).isEqualTo(13);
    assertThat(report.ignored()).isEqualTo(3);
    assertThat(report.ended()).isEmpty();
  }

  @Test
  void kind_mayBeSaid() throws IOException {
    imported.read(
        new ListReader("feed", ImportLimits.DEFAULT, Optional.of(IndicatorKind.FILE_NAME)),
        "setup.exe\nbad.example\n");

    assertThat(imported.values()).containsExactly("FILE_NAME setup.exe", "FILE_NAME bad.example");
  }

  @Test
  void badLines_stopNothing() throws IOException {
    byte[] latin = "b\u00fccher.example\n192.0.2.1\n".getBytes(StandardCharsets.ISO_8859_1);
    ImportReport report = READER.read(new ByteArrayInputStream(latin), imported);
    assertThat(report.skipped()).isEqualTo(Map.of(SkipReason.MALFORMED, 1));

    report =
        imported.read(
            READER,
            "setup.exe\nhello world\n192.0.2.7/24\nlocalhost\n" + "x".repeat(10_000) + "\n::1");

    assertThat(imported.values()).containsExactly("ADDRESS 192.0.2.1", "ADDRESS ::1");
    assertThat(report.skipped())
        .isEqualTo(Map.of(SkipReason.BAD_VALUE, 4, SkipReason.TOO_LARGE, 1));
    assertThat(report.examples())
        .extracting(SkippedEntry::message)
        .contains(
            "'192.0.2.7/24' has bits set beyond its prefix; use 192.0.2.0/24",
            "'setup.exe' is not an address, block of addresses, domain, URL, e-mail address or"
                + " hash, but looks like a file; use one of those, or say the kind beside it");
    assertThat(report.examples()).extracting(SkippedEntry::position).contains("line 3");
  }

  @Test
  void limits_endTheReading() throws IOException {
    ImportReport report =
        imported.read(new ListReader("f", new ImportLimits(100, 2, 100)), "::1\n::2\n::3\n");

    assertThat(report.indicators()).isEqualTo(2);
    assertThat(report.ended()).isPresent();
  }
}
