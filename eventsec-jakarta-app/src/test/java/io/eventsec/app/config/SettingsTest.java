package io.eventsec.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path OUTPUT = Path.of("output");

  @Test
  void defaults_areSound() {
    Settings settings = of(Map.of());
    assertThat(settings.ingest()).isEqualTo(new IngestSettings(16 << 20, 5000, 128 << 20));
    assertThat(settings.worker().poll()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.security().setupFile()).isEqualTo(OUTPUT.resolve("setup-token"));
    assertThat(settings.rulesDirectory()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eventsec.ingest.max.lines, many, whole number",
    "eventsec.ingest.max.lines, 0, between 1 and 100000",
    "eventsec.ingest.max.bytes, 99999999999999999999, whole number",
    "eventsec.worker.poll, 5s, ISO-8601",
    "eventsec.worker.poll, PT1H, between",
    "eventsec.opensearch.url, localhost:9200, URL",
    "eventsec.opensearch.url, ftp://host, URL",
    "eventsec.public.url, http://, URL"
  })
  void wrongValue_isNamedWithRuleAndCure(String key, String value, String rule) {
    assertThatThrownBy(() -> of(Map.of(key, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining(rule)
        .hasMessageContaining(new Setting(key, "", "", "").environmentName());
  }

  @Test
  void blankValue_isNoValue() {
    assertThat(of(Map.of("eventsec.ingest.max.lines", "  ")).ingest().maxLines()).isEqualTo(5000);
  }

  @Test
  void password_isNotShown() {
    Settings settings =
        of(Map.of("eventsec.opensearch.user", "u", "eventsec.opensearch.password", "hush"));
    assertThat(settings.search().password()).hasValue("hush");
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @Test
  void unknownNames_areFound() {
    assertThat(
            Settings.unknown(
                List.of(
                    "eventsec.db.ulr", "EVENTSEC_DB_URL", "EVENTSEC_DB_ULR", "java.home", "HOME")))
        .containsExactly("eventsec.db.ulr", "EVENTSEC_DB_ULR");
  }

  private static Settings of(Map<String, String> values) {
    return Settings.of(key -> Optional.ofNullable(values.get(key)), OUTPUT);
  }
}
