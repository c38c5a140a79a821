package io.eventsec.core.ingest;

import io.eventsec.core.event.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;

/** Names what a decoder is made of. */
final class DecoderVersion {
  private static final int BYTES = 4;

  private DecoderVersion() {}

  /** The release, and a digest of the formats in their order. */
  static String of(Collection<EventFormat> formats) {
    String all =
        formats.stream()
            .map(format -> format.name() + '=' + format.version())
            .collect(Collectors.joining("\n"));
    return release() + '/' + Sha256.digits(all, BYTES);
  }

  private static String release() {
    Properties properties = new Properties();
    try (InputStream in = DecoderVersion.class.getResourceAsStream("release.properties")) {
      if (in == null) {
        throw new IllegalStateException(
            "release.properties is missing beside "
                + DecoderVersion.class
                + "; build it with Maven");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("release.properties cannot be read", e);
    }
    return properties.getProperty("version", "");
  }
}
