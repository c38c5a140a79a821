package io.eventsec.app.config;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach OpenSearch.
 *
 * @param url where
 * @param user who, if it asks
 * @param password with what, if it asks
 */
public record SearchSettings(URI url, Optional<String> user, Optional<String> password) {

  static SearchSettings of(SettingsReader reader) {
    URI url = reader.url(Known.SEARCH_URL).orElseThrow();
    return new SearchSettings(
        url, reader.text(Known.SEARCH_USER), reader.text(Known.SEARCH_PASSWORD));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SearchSettings[" + url + "]";
  }
}
