package io.eventsec.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.intel.match.Claims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoEnrichmentTest {
  private static final int DOCUMENTATION = 0xcb007100;

  private static final Map<String, Object> CITY =
      Map.of(
          "continent", Map.of("code", "EU", "names", Map.of("en", "Europe", "de", "Europa")),
          "country", Map.of("iso_code", "DE", "names", Map.of("en", "Germany")),
          "city", Map.of("names", Map.of("en", "Berlin")),
          "postal", Map.of("code", "10117"),
          "subdivisions",
              List.of(Map.of("iso_code", "BE", "names", Map.of("en", "State of Berlin"))),
          "location", Map.of("latitude", 52.5, "longitude", 13.4, "time_zone", "Europe/Berlin"));

  private static final Map<String, Object> SYSTEM =
      Map.of("autonomous_system_number", 64_500L, "autonomous_system_organization", "Example");

  private static GeoEnrichment stage() throws IOException {
    return new GeoEnrichment(
        List.of(
            new TinyGeoDatabase("City").with(DOCUMENTATION, 24, CITY).open(),
            new TinyGeoDatabase("ASN").with(DOCUMENTATION, 23, SYSTEM).open()));
  }

  @Test
  void ends_areToldWhereTheyAreAndWhose() throws IOException {
    Event event =
        stage()
            .enrich(
                Claims.event(
                    Map.of(
                        "source.ip", "203.0.113.9",
                        "destination.ip", "203.0.112.1",
                        "client.ip", "2001:db8::1",
                        "server.ip", "10.0.0.1")));

    assertThat(event.ecsFields())
        .containsEntry("source.geo.country_iso_code", "DE")
        .containsEntry("source.geo.country_name", "Germany")
        .containsEntry("source.geo.continent_code", "EU")
        .containsEntry("source.geo.continent_name", "Europe")
        .containsEntry("source.geo.region_iso_code", "DE-BE")
        .containsEntry("source.geo.region_name", "State of Berlin")
        .containsEntry("source.geo.city_name", "Berlin")
        .containsEntry("source.geo.postal_code", "10117")
        .containsEntry("source.geo.timezone", "Europe/Berlin")
        .containsEntry("source.geo.location", "52.5,13.4")
        .containsEntry("source.as.number", 64_500L)
        .containsEntry("source.as.organization.name", "Example")
        .containsEntry("destination.as.number", 64_500L)
        .doesNotContainKeys(
            "destination.geo.country_iso_code", "client.as.number", "server.as.number");
    assertThat(event.ecsFields().keySet())
        .allSatisfy(field -> assertThat(EcsField.named(field)).as(field).isPresent());
  }

  @Test
  void end_ofWhichSomethingIsKnown_isLeftAlone() throws IOException {
    for (Event event :
        List.of(
            Claims.event(Map.of("source.ip", "203.0.113.9", "source.geo.country_iso_code", "FR")),
            Claims.event(Map.of("source.ip", "x")),
            Claims.event(Map.of("source.ip", "192.0.2.1")))) {
      assertThat(stage().enrich(event)).isSameAs(event);
    }
  }

  @Test
  void whatIsNoDatabase_isRefused() {
    assertThatThrownBy(() -> GeoDatabase.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void database_saysWhatItIs() throws IOException {
    assertThat(new TinyGeoDatabase("City").with(DOCUMENTATION, 24, CITY).open().type())
        .isEqualTo("City");
  }
}
