package io.eventsec.app.config;

import java.net.URI;
import java.util.regex.Pattern;

/** Types for addresses of servers. Credentials are no part of an address: it is logged. */
final class Addresses {
  static final ValueType<URI> HTTP =
      new ValueType<>("an http or https URL with a host", Addresses::http, Addresses::shown);
  static final ValueType<String> POSTGRES =
      new ValueType<>(
          "`jdbc:postgresql://host:port/name`, without credentials",
          Addresses::postgres,
          Addresses::shown);
  private static final Pattern LOGIN = Pattern.compile("//[^/]*@");
  private static final Pattern PARAMETERS = Pattern.compile("\\?.*", Pattern.DOTALL);
  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](password|user)=");

  private Addresses() {}

  private static URI http(String text) throws InvalidValueException {
    URI uri = uri(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new InvalidValueException("is not an http or https URL with a host");
    }
    if (uri.getUserInfo() != null) {
      throw new InvalidValueException("holds credentials, which have settings of their own");
    }
    return uri;
  }

  private static URI uri(String text) throws InvalidValueException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("is not a URL");
    }
  }

  private static String postgres(String text) throws InvalidValueException {
    if (!text.startsWith("jdbc:postgresql:")) {
      throw new InvalidValueException("is not the address of a PostgreSQL database");
    }
    if (PASSWORD.matcher(text).find() || LOGIN.matcher(text).find()) {
      throw new InvalidValueException("holds credentials, which have settings of their own");
    }
    return text;
  }

  /** Without what might be a secret. */
  private static String shown(String text) {
    String open = LOGIN.matcher(text).replaceAll("//***@");
    return PARAMETERS.matcher(open).replaceAll("?***");
  }
}
