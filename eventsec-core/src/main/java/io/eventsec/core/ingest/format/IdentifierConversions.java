package io.eventsec.core.ingest.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What names one thing among all, for {@link Conversion}; null or empty where there is no such
 * name.
 */
final class IdentifierConversions {
  private static final String AMAZONS_TRACE = "Root=1-";
  private static final int ARN_PARTS = 6;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  private IdentifierConversions() {}

  static @Nullable String md5(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return "md5".equals(HashText.algorithm(digits)) ? digits : null;
  }

  static @Nullable String sha256(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return "sha256".equals(HashText.algorithm(digits)) ? digits : null;
  }

  static String traceId(String text) {
    boolean isAmazons = text.startsWith(AMAZONS_TRACE) && text.indexOf(';') < 0;
    return isAmazons ? text.substring(AMAZONS_TRACE.length()).replace("-", "") : text;
  }

  static @Nullable String arnAccount(String name) {
    return arn(name, ACCOUNT);
  }

  static @Nullable String arnRegion(String name) {
    return arn(name, REGION);
  }

  private static @Nullable String arn(String name, int place) {
    String[] parts = name.split(":", ARN_PARTS);
    return parts.length > place && parts[0].equals("arn") ? parts[place] : null;
  }
}
