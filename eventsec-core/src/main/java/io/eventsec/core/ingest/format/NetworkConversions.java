package io.eventsec.core.ingest.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses, names and versions of networks' protocols, for {@link Conversion}; null or empty where
 * there is none.
 */
final class NetworkConversions {
  private NetworkConversions() {}

  static @Nullable String ip(Object value) {
    return value instanceof String text ? IpText.canonical(text) : null;
  }

  static @Nullable String email(String text) {
    return text.indexOf('@') > 0 ? text : null;
  }

  static @Nullable String domainOfEmail(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 ? text.substring(at + 1) : null;
  }

  static String domain(String name) {
    boolean hasRoot = name.length() > 1 && name.endsWith(".");
    return hasRoot ? name.substring(0, name.length() - 1) : name;
  }

  static String dnsClass(Object value) {
    return value.equals("C_INTERNET") ? "IN" : value.toString();
  }

  static String httpVersion(String text) {
    return text.startsWith("HTTP/") ? text.substring(5) : text;
  }

  static @Nullable String protocol(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return name.equals("failed") || name.equals("unknown") ? null : name;
  }

  static @Nullable String tlsVersion(String text) {
    // Some write the cipher behind it.
    String first = text.startsWith("TLSv") ? text.split(" ", 2)[0] : text;
    return TlsVersion.parse(first).map(TlsVersion::number).orElse(null);
  }

  static @Nullable String tlsProtocol(String text) {
    return TlsVersion.parse(text).map(TlsVersion::family).orElse(null);
  }
}
