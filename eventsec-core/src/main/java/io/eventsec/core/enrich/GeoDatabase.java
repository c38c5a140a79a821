package io.eventsec.core.enrich;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of networks, in the format of MaxMind (MaxMind DB 2.0): countries and cities, or
 * autonomous systems. Held in memory. Immutable and thread-safe.
 */
public final class GeoDatabase {
  private static final int V4 = 4;
  private final Reader reader;

  private GeoDatabase(Reader reader) {
    this.reader = reader;
  }

  /**
   * Reads a database to its end.
   *
   * @param in not closed; of a file that whoever calls trusts not to be larger than memory
   * @throws IOException if it is no such database, or the stream fails
   */
  public static GeoDatabase read(InputStream in) throws IOException {
    return new GeoDatabase(new Reader(in, new CHMCache()));
  }

  /** What the database calls itself, as {@code GeoLite2-City}. */
  public String type() {
    return reader.getMetadata().databaseType();
  }

  /**
   * What it knows of an address: properties within properties, as it has them.
   *
   * @param address 4 or 16 bytes
   * @throws UncheckedIOException if the database is broken
   */
  Optional<Map<?, ?>> find(byte[] address) {
    if (address.length > Integer.BYTES && reader.getMetadata().ipVersion() == V4) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(reader.get(InetAddress.getByAddress(address), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The database " + type() + " is broken; get it again", e);
    }
  }
}
