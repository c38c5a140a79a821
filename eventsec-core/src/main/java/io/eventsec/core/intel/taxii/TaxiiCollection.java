package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.IndicatorOrigin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A collection of objects on a server of TAXII 2.1.
 *
 * @param apiRoot of the server, as {@code https://taxii.example.org/api1/}
 * @param id of the collection, 1 to 200 characters
 * @param source who says what nobody else says, 1 to 100 characters
 * @param authorization what goes into the header of that name; empty for none. Never shown
 */
public record TaxiiCollection(
    URI apiRoot, String id, String source, Optional<String> authorization) {
  private static final int LONGEST_ID = 200;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one breaks the rules above, the address is no http or https
   *     one, or credentials would go over http to another machine
   */
  public TaxiiCollection {
    String scheme = String.valueOf(apiRoot.getScheme()).toLowerCase(Locale.ROOT);
    if (apiRoot.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "'" + apiRoot + "' is no API root; use one like https://taxii.example.org/api1/");
    }
    if (apiRoot.getRawUserInfo() != null || apiRoot.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "The API root of host '"
              + apiRoot.getHost()
              + "' has credentials or a query in it; give the credentials by themselves");
    }
    if (authorization.isPresent() && scheme.equals("http") && !isThisMachine(apiRoot.getHost())) {
      throw new IllegalArgumentException(
          "Credentials would go to '" + apiRoot + "' for all to read; use https");
    }
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "A collection's id of " + id.length() + " characters: use 1 to " + LONGEST_ID);
    }
    IndicatorOrigin.of(source);
  }

  /** One that anybody may read. */
  public static TaxiiCollection open(URI apiRoot, String id, String source) {
    return new TaxiiCollection(apiRoot, id, source, Optional.empty());
  }

  /** The same with a user's name and password (HTTP Basic). */
  public TaxiiCollection withPassword(String user, String password) {
    byte[] both = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
    return with("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** The same with a token. */
  public TaxiiCollection withToken(String token) {
    return with("Bearer " + token);
  }

  private TaxiiCollection with(String header) {
    return new TaxiiCollection(apiRoot, id, source, Optional.of(header));
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  /** The address of its objects, with that query. */
  URI objects(String query) {
    String root = apiRoot.toString();
    String collection = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(
        root
            + (root.endsWith("/") ? "" : "/")
            + "collections/"
            + collection
            + "/objects/"
            + (query.isEmpty() ? "" : '?' + query));
  }

  @Override
  public String toString() {
    return "TaxiiCollection[" + apiRoot + ", " + id + ", " + source + ']';
  }
}
