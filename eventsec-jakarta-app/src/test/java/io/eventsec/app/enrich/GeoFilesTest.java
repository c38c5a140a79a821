package io.eventsec.app.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoFilesTest {
  private final Path directory;

  GeoFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void fileThatIsMissingOrNoDatabase_isToldByItsSetting_andNotByItsPlace() throws IOException {
    Path odd = Files.writeString(directory.resolve("odd.mmdb"), "no database");
    GeoFiles files = files(directory.resolve("none.mmdb"), odd);
    assertThat(files.databases()).isEmpty();
    assertThat(files.problems())
        .containsExactly(
            "EVENTSEC_ENRICH_GEO_CITY_FILE names a file that is not there.",
            "EVENTSEC_ENRICH_GEO_ASN_FILE names a file that is no database in the format of"
                + " MaxMind, or is broken.");
  }

  private GeoFiles files(Path city, Path asn) {
    Map<String, String> given =
        Map.of(
            "eventsec.enrich.geo.city.file", city.toString(),
            "eventsec.enrich.geo.asn.file", asn.toString());
    GeoFiles files = new GeoFiles();
    files.settings =
        Configuration.read(
                key -> Optional.ofNullable(given.get(key)), given.keySet(), Path.of("output"))
            .settings();
    files.read();
    return files;
  }
}
