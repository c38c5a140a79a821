package io.eventsec.search;

import io.eventsec.search.internal.HttpTransport;
import io.eventsec.search.internal.Rest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection to OpenSearch 2.x or 3.x. It opens lazily, keeps some sockets, and comes back by
 * itself after an outage. Safe to share between threads; {@link #close()} closes the sockets it
 * opened.
 */
public final class OpenSearchConnection implements AutoCloseable {
  private final Rest rest;

  private OpenSearchConnection(Rest rest) {
    this.rest = rest;
  }

  /**
   * Starts a connection to that address.
   *
   * @param url {@code http://} or {@code https://}, host, port (9200 unless said) and optionally a
   *     path; no user and no password in it
   * @throws IllegalArgumentException if it is not such an address
   */
  public static Builder to(String url) {
    return new Builder(url);
  }

  /** Where it leads, without credentials. */
  public String url() {
    return rest.address();
  }

  @Override
  public void close() {
    rest.close();
  }

  Rest rest() {
    return rest;
  }

  /** Collects how to connect. Not thread-safe. */
  public static final class Builder {
    private static final int DEFAULT_PORT = 9200;

    private final URI url;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(60);
    private int connections = 10;
    private boolean compressed;
    private @Nullable String authorization;
    private @Nullable Path trustStore;
    private char[] trustStorePassword = {};

    private Builder(String url) {
      this.url = checked(url);
    }

    /**
     * Signs in with each request.
     *
     * @throws IllegalArgumentException if the user is blank or has a colon
     */
    public Builder credentials(String user, String password) {
      if (user.isBlank() || user.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "OpenSearch user '" + user + "' is not valid: it must not be blank or have a colon");
      }
      byte[] both = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
      this.authorization = "Basic " + Base64.getEncoder().encodeToString(both);
      return this;
    }

    /** Trusts the certificates of that store (PKCS 12 or JKS) instead of the platform's. */
    public Builder trustStore(Path file, char[] password) {
      this.trustStore = file;
      this.trustStorePassword = password.clone();
      return this;
    }

    /** How long a connection may take to be made; 5 s unless said. */
    public Builder connectTimeout(Duration value) {
      this.connectTimeout = value;
      return this;
    }

    /** How long an answer may stay away; 60 s unless said. */
    public Builder responseTimeout(Duration value) {
      this.responseTimeout = value;
      return this;
    }

    /** How many sockets it keeps, 1 to 1,000; 10 unless said. */
    public Builder connections(int value) {
      if (value < 1 || value > 1_000) {
        throw new IllegalArgumentException("connections " + value + " is not in 1 to 1,000");
      }
      this.connections = value;
      return this;
    }

    /** Compresses requests: for slow networks, a waste on one machine; off unless said. */
    public Builder compressed(boolean value) {
      this.compressed = value;
      return this;
    }

    /**
     * The connection; nothing has been sent yet.
     *
     * @throws IllegalArgumentException if the trust store cannot be read
     */
    public OpenSearchConnection build() {
      HttpTransport.Settings settings =
          new HttpTransport.Settings(
              connectTimeout,
              responseTimeout,
              connections,
              compressed,
              Optional.ofNullable(authorization),
              Optional.ofNullable(trustStore),
              trustStorePassword);
      return new OpenSearchConnection(new Rest(HttpTransport.open(url, settings), url.toString()));
    }

    private static URI checked(String text) {
      URI uri = parsed(text);
      String scheme = uri.getScheme();
      boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!http || uri.getHost() == null || uri.getRawQuery() != null) {
        throw new IllegalArgumentException(
            "OpenSearch address '" + safe(text) + "' is not valid: write http(s)://host:port");
      }
      if (uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException(
            "The OpenSearch address names a user; give user and password by themselves");
      }
      return URI.create(
          scheme
              + "://"
              + uri.getHost()
              + ":"
              + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort())
              + (uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "")));
    }

    private static URI parsed(String text) {
      try {
        return URI.create(text.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "OpenSearch address '" + safe(text) + "' is not valid: write http(s)://host:port", e);
      }
    }

    private static String safe(String text) {
      return text.replaceAll("//[^/]*@", "//***@");
    }
  }
}
