package io.eventsec.app.config;

import io.eventsec.core.intel.taxii.TaxiiCollection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a feed's server is shown. It does not show itself in logs and messages. */
public final class TaxiiLogin {
  private final String text;

  private TaxiiLogin(String text) {
    this.text = text;
  }

  /**
   * Those of a secret, by the labels of their feeds: {@code feed=user:password} or {@code
   * feed=token}, separated by blanks; in a password a blank is {@code %20} and a percent sign
   * {@code %25}.
   *
   * @throws InvalidValueException if a part is none; says which by its number
   */
  static Map<String, TaxiiLogin> of(Secret secret) throws InvalidValueException {
    Map<String, TaxiiLogin> logins = new LinkedHashMap<>();
    String[] parts = secret.value().strip().split("\\s+");
    for (int i = 0; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1 || equals == parts[i].length() - 1) {
        throw new InvalidValueException(
            "has a part " + (i + 1) + " that is not like feed=user:password or feed=token");
      }
      logins.put(parts[i].substring(0, equals), new TaxiiLogin(parts[i].substring(equals + 1)));
    }
    return logins;
  }

  /** The collection with it. */
  TaxiiCollection of(TaxiiCollection open) {
    int colon = text.indexOf(':');
    return colon < 0
        ? open.withToken(plain(text))
        : open.withPassword(plain(text.substring(0, colon)), plain(text.substring(colon + 1)));
  }

  private static String plain(String written) {
    return written.replace("%20", " ").replace("%25", "%");
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
