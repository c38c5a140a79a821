package io.eventsec.nvd;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where NVD's API is, and how it may be asked.
 *
 * @param endpoint of the CVE API 2.0; {@code https}, or {@code http} for a mirror of one's own
 * @param key that NVD gives to whoever asks for one; a secret
 * @param requests that NVD allows in half a minute, 1 to 10,000; they are spread over it
 * @param retries how often a request is sent again that was answered with 429 or 503, 0 to 20
 */
public record NvdAccess(URI endpoint, Optional<String> key, int requests, int retries) {
  /** NVD itself. */
  public static final URI NVD = URI.create("https://services.nvd.nist.gov/rest/json/cves/2.0");

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final int REQUESTS = 5;
  private static final int REQUESTS_WITH_KEY = 50;
  private static final int MOST_REQUESTS = 10_000;
  private static final int RETRIES = 6;
  private static final int MOST_RETRIES = 20;
  private static final int LONGEST_KEY = 200;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one breaks its rule; the key is not shown
   */
  public NvdAccess {
    String scheme = String.valueOf(endpoint.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http"))
        || endpoint.getHost() == null
        || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address of NVD's API is none: use one like " + NVD + ", without user and password");
    }
    if (key.filter(text -> !text.matches("[!-~]{1," + LONGEST_KEY + "}")).isPresent()) {
      throw new IllegalArgumentException(
          "The key of NVD is none: use 1 to " + LONGEST_KEY + " printable characters, no blanks");
    }
    if (requests < 1 || requests > MOST_REQUESTS || retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          requests
              + " requests in half a minute and "
              + retries
              + " retries: use 1 to 10,000 requests, and 0 to 20 retries");
    }
  }

  /** As often as NVD allows: five requests in half a minute, with a key ten times as many. */
  public static NvdAccess of(URI endpoint, Optional<String> key) {
    return new NvdAccess(endpoint, key, key.isPresent() ? REQUESTS_WITH_KEY : REQUESTS, RETRIES);
  }

  /** Between two requests. */
  Duration pause() {
    return HALF_A_MINUTE.dividedBy(requests);
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "NvdAccess[" + endpoint + (key.isPresent() ? " with a key]" : "]");
  }
}
