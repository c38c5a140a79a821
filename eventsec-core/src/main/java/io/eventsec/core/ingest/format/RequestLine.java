package io.eventsec.core.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line an HTTP client asks with (RFC 9112, section 3), as logs quote it. */
final class RequestLine {
  private static final Pattern WELL_FORMED =
      Pattern.compile("([A-Za-z_-]{1,32}) (.+?)(?: HTTP/(\\d(?:\\.\\d)?))?", Pattern.DOTALL);

  private RequestLine() {}

  /**
   * Sets method, version and {@code url.*}; of a line that is none only {@code url.original}, so
   * that rules still see what was sent.
   *
   * @param host the host the client named; empty if the log does not say
   */
  static void write(String line, String host, EcsWriter out) {
    Matcher parts = WELL_FORMED.matcher(line);
    if (!parts.matches()) {
      if (!line.isEmpty() && !line.equals("-")) {
        out.put("url.original", line);
      }
      return;
    }
    out.put("http.request.method", parts.group(1));
    out.put("http.version", parts.group(3));
    UrlFields.set(out, host, parts.group(2), 80);
  }
}
