package io.eventsec.app.config;

import static io.eventsec.app.config.Given.setting;
import static io.eventsec.app.config.Given.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.RiskOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Path directory;

  SettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void defaults_areSound() {
    Configuration configuration = settings(Map.of());

    assertThat(configuration.problems()).isEmpty();
    Settings settings = configuration.settings();
    assertThat(settings.node())
        .isEqualTo(new NodeSettings(NodeRole.ALL, Duration.ofSeconds(30), Duration.ofSeconds(3)));
    assertThat(settings.ingest()).isEqualTo(new IngestSettings(16 << 20, 5000, 128 << 20));
    assertThat(settings.worker().poll()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.retention())
        .isEqualTo(
            new RetentionSettings(
                Duration.ofDays(7),
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofDays(30),
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofHours(1),
                false));
    assertThat(settings.correlation().options().lateness()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.correlation().options().bytesOfRule()).isEqualTo(64 << 20);
    assertThat(settings.risk().options()).isEqualTo(RiskOptions.DEFAULT);
    assertThat(settings.security().setupFile()).isEqualTo(Given.OUTPUT.resolve("setup-token"));
    assertThat(settings.rules().directory()).isEmpty();
    assertThat(settings.database().password()).isEmpty();
  }

  @Test
  void values_areRead() throws IOException {
    Path rules = Files.createDirectory(directory.resolve("rules"));

    Configuration configuration =
        settings(
            Map.of(
                "eventsec.role", "worker",
                "eventsec.gate.deadline", "PT0S",
                "eventsec.retention.dry.run", "true",
                "eventsec.retention.events", "P30D",
                "eventsec.vulnerabilities.every", "PT6H",
                "eventsec.http.port", "-1",
                "eventsec.risk.half.life", "PT36H",
                "eventsec.rules.dir", rules.toString(),
                "eventsec.ingest.max.lines", " 7 ",
                "eventsec.worker.read.batches", "  "));

    assertThat(configuration.problems()).isEmpty();
    Settings settings = configuration.settings();
    assertThat(settings.node().role()).isEqualTo(NodeRole.WORKER);
    assertThat(settings.node().gateDeadline()).isZero();
    assertThat(settings.retention().dryRun()).isTrue();
    assertThat(settings.retention().events()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.timers().vulnerabilities()).isEqualTo(Duration.ofHours(6));
    assertThat(settings.risk().options().halfLife()).isEqualTo(Duration.ofHours(36));
    assertThat(settings.rules().directory()).hasValue(rules);
    assertThat(settings.ingest().maxLines()).isEqualTo(7);
    assertThat(settings.worker().readBatches()).as("blank is nothing").isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "eventsec.ingest.max.lines, many, whole number",
    "eventsec.ingest.max.lines, 0, between 1 and 100000",
    "eventsec.ingest.max.bytes, 99999999999999999999, whole number",
    "eventsec.worker.poll, 5s, ISO-8601",
    "eventsec.worker.poll, PT1H, between",
    "eventsec.risk.half.life, PT59S, between",
    "eventsec.risk.points.high, 1001, between 0 and 1000",
    "eventsec.opensearch.url, localhost:9200, URL",
    "eventsec.opensearch.url, ftp://host, URL",
    "eventsec.public.url, http://, URL",
    "eventsec.role, wbe, 'all, web, worker, migrate'",
    "eventsec.gate.deadline, PT1H0.1S, between PT0S and PT1H",
    "eventsec.health.deadline, PT0S, between PT0.1S and PT10S",
    "eventsec.retention.events, PT23H, between P1D and P3650D",
    "eventsec.retention.dry.run, yes, neither true nor false",
    "eventsec.http.port, 0, port",
    "eventsec.http.port, 65536, between",
    "eventsec.http.host, a b, neither",
    "eventsec.db.url, jdbc:mysql://db/x, PostgreSQL",
    "eventsec.db.pool.size, 1, between",
    "eventsec.db.user, a b, without spaces",
    "eventsec.source.expected, suricata, not like suricata:PT15M",
    "eventsec.source.expected, 'eve:PT1H,', has the part ''",
    "eventsec.source.expected, 'eve:PT1H,Zeek:PT1H', has the part 'Zeek:PT1H'",
    "eventsec.source.expected, eve:soon, ISO-8601",
    "eventsec.source.expected, eve:PT1S, between PT10S and P30D",
    "eventsec.source.expected, 'eve:PT1H,default/eve:PT2H', names the source eve twice",
    "eventsec.rules.dir, /none/at/all, directory",
    "eventsec.sensor.token.file, /none/at/all, can read"
  })
  void wrongValue_isNamedWithRuleAndCure(String key, String value, String rule) {
    Configuration configuration = setting(key, value);

    assertThat(configuration.sound()).isFalse();
    assertThat(configuration.problems()).extracting(SettingProblem::key).containsExactly(key);
    assertThat(configuration.reason())
        .contains(key, "'" + value + "'", rule)
        .contains("Set " + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
  }

  @Test
  void expectedSources_areReadInTheirOrder() {
    Configuration configuration =
        setting("eventsec.source.expected", "zeek.conn:PT1H, acme/suricata:pt15m");

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.settings().source().expected())
        .containsExactly(
            new ExpectedSource(Tenant.DEFAULT, "zeek.conn", Duration.ofHours(1)),
            new ExpectedSource(new Tenant("acme"), "suricata", Duration.ofMinutes(15)))
        .extracting(ExpectedSource::label)
        .containsExactly("zeek.conn", "acme/suricata");
  }

  @Test
  void expectedSources_areBounded() {
    String many =
        IntStream.rangeClosed(0, 100)
            .mapToObj(n -> "s" + n + ":PT1H")
            .collect(Collectors.joining(","));
    assertThat(setting("eventsec.source.expected", many).reason())
        .contains("names more than 100 sources");
  }

  @Test
  void wrongValues_areToldAllAtOnce() {
    Configuration configuration =
        settings(
            Map.of(
                "eventsec.role", "boss",
                "eventsec.worker.poll", "often",
                "eventsec.db.url", "postgres"));

    assertThat(configuration.problems())
        .extracting(SettingProblem::key)
        .containsExactly("eventsec.role", "eventsec.db.url", "eventsec.worker.poll");
    assertThat(configuration.reason()).contains("'boss'", "'often'", "'postgres'");
    assertThat(configuration.settings().node().role())
        .as("the default stands in")
        .isEqualTo(NodeRole.ALL);
  }

  @Test
  void valuesThatDoNotGoTogether_areToldWithTheCure() {
    assertThat(setting("eventsec.ingest.in.flight.bytes", "1048576").reason())
        .contains("'1048576'", "16777216", "Raise EVENTSEC_INGEST_IN_FLIGHT_BYTES");
    assertThat(setting("eventsec.https.port", "9080").reason())
        .contains("'9080'", "plain HTTP too", "EVENTSEC_HTTP_PORT");
    assertThat(setting("eventsec.opensearch.user", "eve").reason())
        .contains("eventsec.opensearch.password is missing", "EVENTSEC_OPENSEARCH_PASSWORD_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/x?user=eve&password=hush",
        "jdbc:postgresql://eve:hush@db/x",
        "mysql://eve:hush@db/x?password=hush"
      })
  void addressWithCredentials_isRefusedAndNotShown(String url) {
    assertThat(setting("eventsec.db.url", url).reason())
        .contains("eventsec.db.url")
        .doesNotContain("hush");
  }

  @Test
  void searchAddressWithCredentials_isRefusedAndNotShown() {
    assertThat(setting("eventsec.opensearch.url", "https://eve:hush@search:9200").reason())
        .contains("holds credentials", "https://***@search:9200")
        .doesNotContain("hush");
  }

  @Test
  void wrongValue_cannotForgeALineOfTheLog() {
    assertThat(setting("eventsec.role", "web\nINFO all is well").reason())
        .doesNotContain("\n")
        .contains("\\u000a");
    assertThat(setting("eventsec.role", "x".repeat(100_000)).reason()).hasSizeLessThan(1000);
  }
}
