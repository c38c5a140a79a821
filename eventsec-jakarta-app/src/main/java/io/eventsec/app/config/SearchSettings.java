package io.eventsec.app.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach OpenSearch.
 *
 * @param url where
 * @param user who, if it asks
 * @param password with what, if it asks
 */
public record SearchSettings(URI url, Optional<String> user, Optional<Secret> password) {
  static final Setting<URI> URL =
      new Setting<>(
          "eventsec.opensearch.url",
          "the address of OpenSearch",
          Addresses.HTTP,
          "http://127.0.0.1:9200");
  static final Setting<String> USER =
      Setting.optional("eventsec.opensearch.user", "the user of OpenSearch", ValueTypes.USER);
  static final Setting<Secret> PASSWORD =
      Setting.secret("eventsec.opensearch.password", "the password of OpenSearch's user");
  static final Area AREA =
      new Area(
          "Search",
          "A user needs a password, and a password a user; without both, no credentials are sent.",
          List.of(URL, USER, PASSWORD));

  static SearchSettings of(SettingsReader reader) {
    int before = reader.problems().size();
    SearchSettings search =
        new SearchSettings(reader.value(URL), reader.given(USER), reader.secret(PASSWORD));
    boolean sound = reader.problems().size() == before;
    reader.require(
        !sound || search.user().isPresent() == search.password().isPresent(),
        search.user().isPresent() ? PASSWORD : USER,
        "is missing, and the other half of the credentials is there",
        "Set both of %s and %s (or %s), or neither"
            .formatted(
                USER.environmentName(),
                PASSWORD.environmentName(),
                PASSWORD.fileEnvironmentName()));
    return search;
  }
}
