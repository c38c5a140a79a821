package io.eventsec.app.config;

import static io.eventsec.app.config.Given.setting;
import static io.eventsec.app.config.Given.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.taxii.TaxiiCollection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added to events, and where feeds come from. */
class EnrichmentSettingsTest {
  private static final String COLLECTIONS = "eventsec.taxii.collections";
  private static final String CREDENTIALS = "eventsec.taxii.credentials";
  private static final String ADDRESS = "https://taxii.example.org/api1/collections/91a7%20b5/";

  @Test
  void networks_areBroughtToOneSpelling() {
    assertThat(
            setting("eventsec.enrich.networks", "192.0.2.0/24, 2001:DB8::/32")
                .settings()
                .enrichment()
                .networks())
        .containsExactly("192.0.2.0/24", "2001:db8::/32");
    Configuration wrong = setting("eventsec.enrich.networks", "10.0.0.0/8,odd");
    assertThat(wrong.reason()).contains("'odd', which is no block of addresses");
  }

  @Test
  void databaseThatIsMissing_isNoWrongSetting() {
    Configuration given = setting("eventsec.enrich.geo.city.file", "/none/there.mmdb");
    assertThat(given.problems()).isEmpty();
    assertThat(given.settings().enrichment().databases()).hasSize(1);
  }

  @Test
  void collections_areRead_withTenantAndTime() {
    TaxiiSettings taxii =
        settings(
                Map.of(
                    COLLECTIONS,
                    "cti " + ADDRESS + " PT15M, acme/cti http://127.0.0.1:80/r/collections/x",
                    CREDENTIALS,
                    "cti=ada:a%20b%25:c acme/cti=token"))
            .settings()
            .taxii();
    assertThat(taxii.feeds())
        .extracting(TaxiiFeed::label, TaxiiFeed::tenant)
        .containsExactly(tuple("cti", Tenant.DEFAULT), tuple("acme/cti", new Tenant("acme")));
    TaxiiFeed first = taxii.feeds().get(0);
    assertThat(taxii.every(first)).isEqualTo(Duration.ofMinutes(15));
    assertThat(taxii.every(taxii.feeds().get(1))).isEqualTo(Duration.ofHours(1));
    TaxiiCollection collection = first.collection(Optional.ofNullable(taxii.logins().get("cti")));
    assertThat(collection.apiRoot()).hasToString("https://taxii.example.org/api1/");
    assertThat(collection.id()).isEqualTo("91a7 b5");
    assertThat(collection.source()).isEqualTo("cti");
    assertThat(collection.authorization())
        .isEqualTo(
            TaxiiCollection.open(collection.apiRoot(), "x", "y")
                .withPassword("ada", "a b%:c")
                .authorization());
    assertThat(taxii.toString()).doesNotContain("token").doesNotContain("a%20b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cti",
        "cti http://taxii.example.org/api1/collections/x/",
        "cti https://taxii.example.org/api1/",
        "cti https://ada:secret@taxii.example.org/api1/collections/x/",
        "cti https://taxii.example.org/api1/collections/x/ PT1S",
        "CTI https://taxii.example.org/api1/collections/x/",
        "cti https://a.example/r/collections/x/,cti https://a.example/r/collections/y/"
      })
  void collections_thatAreNone_areRefused_withoutCredentials(String value) {
    Configuration wrong = setting(COLLECTIONS, value);
    assertThat(wrong.problems()).hasSize(1);
    assertThat(wrong.reason()).contains(COLLECTIONS).doesNotContain("secret");
  }

  @Test
  void credentials_ofNoFeed_orThatAreNone_areRefused_andNotShown() {
    assertThat(
            settings(Map.of(COLLECTIONS, "cti " + ADDRESS, CREDENTIALS, "other=hidden")).reason())
        .contains("a feed that is none of")
        .doesNotContain("hidden");
    assertThat(settings(Map.of(COLLECTIONS, "cti " + ADDRESS, CREDENTIALS, "hidden")).reason())
        .contains("part 1 that is not like")
        .doesNotContain("hidden");
  }
}
