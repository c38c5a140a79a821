package io.eventsec.search.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Makes the HTTP transport that requests go over. */
public final class HttpTransport {
  private static final Duration IDLE = Duration.ofMinutes(1);

  private HttpTransport() {}

  /**
   * How to connect.
   *
   * @param connect how long a connection may take to be made
   * @param response how long an answer may stay away
   * @param connections how many sockets it keeps
   * @param compressed whether requests are compressed
   * @param authorization the header of that name
   * @param trustStore whose certificates are trusted, the platform's if empty
   * @param trustStorePassword of the trust store
   */
  public record Settings(
      Duration connect,
      Duration response,
      int connections,
      boolean compressed,
      Optional<String> authorization,
      Optional<Path> trustStore,
      char[] trustStorePassword) {}

  /**
   * Makes a transport.
   *
   * @throws IllegalArgumentException if the trust store cannot be read
   */
  public static OpenSearchTransport open(URI url, Settings settings) {
    ApacheHttpClient5TransportBuilder builder =
        ApacheHttpClient5TransportBuilder.builder(
            new HttpHost(url.getScheme(), url.getHost(), url.getPort()));
    builder.setMapper(new JacksonJsonpMapper());
    builder.setCompressionEnabled(settings.compressed());
    if (url.getRawPath() != null && !url.getRawPath().isEmpty()) {
      builder.setPathPrefix(url.getRawPath());
    }
    settings
        .authorization()
        .ifPresent(
            value ->
                builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
    builder.setRequestConfigCallback(
        config ->
            config
                .setResponseTimeout(timeout(settings.response()))
                .setConnectionRequestTimeout(timeout(settings.response())));
    builder.setHttpClientConfigCallback(client -> configured(client, settings));
    return builder.build();
  }

  private static HttpAsyncClientBuilder configured(
      HttpAsyncClientBuilder client, Settings settings) {
    PoolingAsyncClientConnectionManagerBuilder pool =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(settings.connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout(settings.connect()))
                    .setSocketTimeout(timeout(settings.response()))
                    .setValidateAfterInactivity(timeout(Duration.ofSeconds(1)))
                    .build());
    settings
        .trustStore()
        .ifPresent(
            file ->
                pool.setTlsStrategy(
                    ClientTlsStrategyBuilder.create()
                        .setSslContext(trusting(file, settings.trustStorePassword()))
                        .buildAsync()));
    return client
        .setConnectionManager(pool.build())
        .setIOReactorConfig(
            IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build())
        .evictExpiredConnections()
        .evictIdleConnections(timeout(IDLE));
  }

  private static SSLContext trusting(Path file, char[] password) {
    try {
      return SSLContextBuilder.create().loadTrustMaterial(file, password).build();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Trust store " + file + " cannot be read (" + e.getMessage() + "); check file, password",
          e);
    }
  }

  private static Timeout timeout(Duration value) {
    return Timeout.of(value.toMillis(), TimeUnit.MILLISECONDS);
  }
}
