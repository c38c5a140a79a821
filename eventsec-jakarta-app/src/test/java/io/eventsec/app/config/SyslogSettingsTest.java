package io.eventsec.app.config;

import static io.eventsec.app.config.Given.setting;
import static io.eventsec.app.config.Given.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.ast.CidrBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogSettingsTest {
  private static final String DIGEST = "ab".repeat(32);

  @Test
  void nothingIsOpen_andNobodyMaySend_unlessSomebodySaysSo() {
    SyslogSettings syslog = settings(Map.of()).settings().syslog();
    assertThat(syslog.enabled()).isFalse();
    assertThat(syslog.senders()).isEmpty();
    assertThat(syslog.tls().clientRequired()).isTrue();
  }

  @Test
  void senders_areNetworksAndCertificates() {
    Configuration configuration =
        settings(
            Map.of(
                "eventsec.syslog.udp.port",
                "5514",
                "eventsec.syslog.senders",
                "fw 192.0.2.0/24, acme/core 2001:db8::/32,one 192.0.2.7 ,dc dns:DC1.example.org,dc cn:Collector,dc"
                    + " sha256:"
                    + "AB:".repeat(31)
                    + "AB"));
    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.settings().syslog().senders())
        .containsExactly(
            sender("default", "fw", new SyslogSender.Network(CidrBlock.parse("192.0.2.0/24"))),
            sender("acme", "core", new SyslogSender.Network(CidrBlock.parse("2001:db8::/32"))),
            sender("default", "one", new SyslogSender.Network(CidrBlock.parse("192.0.2.7/32"))),
            sender(
                "default",
                "dc",
                new SyslogSender.Certificate(SyslogSender.Part.DNS, "dc1.example.org")),
            sender(
                "default", "dc", new SyslogSender.Certificate(SyslogSender.Part.CN, "collector")),
            sender(
                "default", "dc", new SyslogSender.Certificate(SyslogSender.Part.SHA256, DIGEST)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fw|'fw'",
        "fw 192.0.2.1/24|beyond its prefix length",
        "fw example.org|'example.org' is not an IP address",
        "fw dns:|names no sender",
        "fw sha256:abc|64 hexadecimal digits",
        "Fw 192.0.2.0/24|is not like",
        "a 192.0.2.0/24,b 192.0.2.0/24|says twice",
        "a 192.0.2.0/24,|is not like"
      })
  void sendersThatNobodyCanTell_areNamed(String value, String said) {
    assertThat(setting("eventsec.syslog.senders", value).reason())
        .contains("eventsec.syslog.senders", said, "EVENTSEC_SYSLOG_SENDERS");
  }

  @Test
  void openPorts_needSenders_andTheirOwnNumbers_andTlsNeedsKeys(@TempDir Path directory)
      throws IOException {
    assertThat(setting("eventsec.syslog.tcp.port", "601").reason()).contains("nobody may send");
    Map<String, String> tls =
        Map.of(
            "eventsec.syslog.tls.port", "6514",
            "eventsec.syslog.tcp.port", "6514",
            "eventsec.syslog.senders", "dc cn:dc1");
    assertThat(settings(tls).reason())
        .contains(
            "= '6514' is the port of plain TCP too",
            "EVENTSEC_SYSLOG_TLS_CERTIFICATE_FILE",
            "EVENTSEC_SYSLOG_TLS_KEY_FILE",
            "EVENTSEC_SYSLOG_TLS_CA_FILE");

    String file = Files.createFile(directory.resolve("pem")).toString();
    Map<String, String> open =
        Map.of(
            "eventsec.syslog.tls.port", "6514",
            "eventsec.syslog.tls.certificate.file", file,
            "eventsec.syslog.tls.key.file", file,
            "eventsec.syslog.tls.client.required", "false",
            "eventsec.syslog.senders", "dc 192.0.2.0/24");
    assertThat(settings(open).problems()).isEmpty();
  }

  @Test
  void zone_isThatOfTheSendersClocks() {
    assertThat(settings(Map.of()).settings().formats().zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(setting("eventsec.formats.zone", "Europe/Berlin").settings().formats().zone())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(setting("eventsec.formats.zone", "Berlin").reason()).contains("'Berlin'", "no zone");
  }

  private static SyslogSender sender(
      String tenant, String source, SyslogSender.Credential credential) {
    return new SyslogSender(new Tenant(tenant), source, credential);
  }
}
