package io.eventsec.app.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How a body may be compressed. */
enum BodyEncoding {
  IDENTITY {
    @Override
    InputStream inflated(InputStream body) {
      return body;
    }
  },
  GZIP {
    @Override
    InputStream inflated(InputStream body) throws IOException {
      return new GZIPInputStream(body, BUFFER);
    }
  },
  /** RFC 8878. */
  ZSTD {
    @Override
    InputStream inflated(InputStream body) throws IOException {
      return new ZstdInputStream(body).setLongMax(LARGEST_WINDOW_LOG);
    }
  };

  private static final int BUFFER = 1 << 14;

  /** A window of 8 MiB, the most that RFC 8878 asks a receiver to support. */
  private static final int LARGEST_WINDOW_LOG = 23;

  /** The body as it was before. */
  abstract InputStream inflated(InputStream body) throws IOException;

  /** That of a {@code Content-Encoding}; empty if it is not known. */
  static Optional<BodyEncoding> named(@Nullable String header) {
    if (header == null) {
      return Optional.of(IDENTITY);
    }
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "identity" -> Optional.of(IDENTITY);
      case "gzip" -> Optional.of(GZIP);
      case "zstd" -> Optional.of(ZSTD);
      default -> Optional.empty();
    };
  }
}
