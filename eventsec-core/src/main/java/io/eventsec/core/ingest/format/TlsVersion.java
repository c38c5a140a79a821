package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of TLS as the sensors spell it: {@code TLS 1.2}, {@code TLSv1.2}, {@code TLSv12},
 * {@code SSLv3}, {@code DTLSv12}.
 *
 * @param family {@code ssl}, {@code tls} or {@code dtls}
 * @param number {@code 1.2}
 */
record TlsVersion(String family, String number) {
  private static final Pattern FORM =
      Pattern.compile("(SSL|TLS|DTLS)[ v]{0,2}(\\d)(?:\\.?(\\d))?", Pattern.CASE_INSENSITIVE);

  static Optional<TlsVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String minor = matcher.group(3) == null ? "0" : matcher.group(3);
    return Optional.of(
        new TlsVersion(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2) + '.' + minor));
  }
}
