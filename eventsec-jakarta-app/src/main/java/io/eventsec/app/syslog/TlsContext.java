package io.eventsec.app.syslog;

import io.eventsec.app.config.SyslogSettings;
import io.eventsec.app.syslog.PemFiles.UnusableKeysException;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the port of TLS, read anew when a file has changed; connections that are open keep
 * theirs. Safe to share between threads.
 */
final class TlsContext {
  private final SyslogSettings.Tls settings;
  private volatile @Nullable SslContext current;
  private List<String> read = List.of();

  TlsContext(SyslogSettings.Tls settings) {
    this.settings = settings;
  }

  /**
   * Reads the files if they have changed.
   *
   * @throws UnusableKeysException if they cannot be used; what was read before stays in use
   */
  synchronized void refresh() throws UnusableKeysException {
    List<String> now = new ArrayList<>();
    for (Path file : files()) {
      now.add(stamp(file));
    }
    if (current == null || !now.equals(read)) {
      current = context();
      read = now;
    }
  }

  /**
   * What a new connection speaks through.
   *
   * @throws IllegalStateException if no keys have been read yet
   */
  SslHandler handler(ByteBufAllocator allocator) {
    SslContext context = current;
    if (context == null) {
      throw new IllegalStateException("The keys have not been read; refresh first");
    }
    return context.newHandler(allocator);
  }

  private SslContext context() throws UnusableKeysException {
    Path certificateFile = settings.certificate().orElseThrow();
    List<X509Certificate> chain = PemFiles.certificates(certificateFile);
    PrivateKey key = PemFiles.key(settings.key().orElseThrow(), chain.get(0));
    SslContextBuilder builder =
        SslContextBuilder.forServer(key, chain)
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2");
    if (settings.authority().isPresent()) {
      builder.trustManager(PemFiles.certificates(settings.authority().get()));
    }
    try {
      return builder.clientAuth(clientAuth()).build();
    } catch (SSLException e) {
      throw new UnusableKeysException(certificateFile, "cannot be used: " + e.getMessage());
    }
  }

  /** Without an authority there is nobody who could vouch for a certificate. */
  private ClientAuth clientAuth() {
    if (settings.authority().isEmpty()) {
      return ClientAuth.NONE;
    }
    return settings.clientRequired() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL;
  }

  private List<Path> files() {
    return Stream.of(settings.certificate(), settings.key(), settings.authority())
        .flatMap(Optional::stream)
        .toList();
  }

  private static String stamp(Path file) throws UnusableKeysException {
    try {
      return file + " " + Files.getLastModifiedTime(file) + ' ' + Files.size(file);
    } catch (IOException e) {
      throw new UnusableKeysException(file, "cannot be read: " + e);
    }
  }
}
