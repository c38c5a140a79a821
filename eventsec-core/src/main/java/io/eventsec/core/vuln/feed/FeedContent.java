package io.eventsec.core.vuln.feed;

import io.eventsec.core.event.Sha256;
import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.internal.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * All that a feed said when it was read. Immutable and thread-safe.
 *
 * @param name the feed's
 * @param digest SHA-256 of the names and bytes of its files, as 64 lower-case hexadecimal digits
 * @param changedAt when it was last written
 * @param library what it said
 */
public record FeedContent(String name, String digest, Instant changedAt, AdvisoryLibrary library) {

  /**
   * Reads a feed.
   *
   * @param between is run time and again meanwhile
   * @throws IOException if it cannot be read, or is a single file that is broken
   */
  public static FeedContent read(AdvisoryFeed feed, Runnable between) throws IOException {
    AdvisoryCollector collector = new AdvisoryCollector();
    MessageDigest digest = Sha256.start();
    Instant changedAt = feed.changedAt();
    int[] parts = {0};
    feed.read(
        (name, in) -> {
          parts[0]++;
          Sha256.add(digest, name);
          InputStream all = new DigestInputStream(new WatchedStream(in, between), digest);
          collector.add(name, all);
          // Readers stop where their document ends; the digest is of all there is.
          all.transferTo(OutputStream.nullOutputStream());
        });
    // Of many files a broken one is like a broken record; the feed that is one file is broken.
    Optional<String> broken = collector.broken();
    if (parts[0] == 1 && broken.isPresent()) {
      throw new IOException(broken.get());
    }
    return new FeedContent(
        feed.name(), HexFormat.of().formatHex(digest.digest()), changedAt, collector.library());
  }

  /** How many records it has, withdrawn ones too. */
  public int records() {
    return library.records();
  }

  /** The latest of when it was written and when its records say that they were changed. */
  public Instant newest() {
    return library.advisories().stream()
        .flatMap(advisory -> advisory.times().modified().stream())
        .max(Comparator.naturalOrder())
        .filter(modified -> modified.isAfter(changedAt))
        .orElse(changedAt);
  }
}
