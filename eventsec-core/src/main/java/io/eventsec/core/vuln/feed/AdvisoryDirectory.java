package io.eventsec.core.vuln.feed;

import io.eventsec.core.event.Sha256;
import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.spi.AdvisoryFeeds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A directory that somebody fills with feeds as they are published. Each file in it that is named
 * like a feed is one, and so is each directory in it, with all such files below. What is named with
 * a dot first is left alone: mirrors write there what is not complete. At most 1,000 feeds, of
 * 2,000,000 files each. Thread-safe.
 */
public final class AdvisoryDirectory implements AdvisoryFeeds {
  private static final int MOST_FEEDS = 1_000;
  private static final int MOST_FILES = 2_000_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern READ =
      Pattern.compile("[^.].*\\.(?:zip|(?:json|jsonl|ndjson|csv)(?:\\.gz)?)");
  private static final Pattern NOT_OF_NAMES = Pattern.compile("[^A-Za-z0-9._+-]");

  private final Path directory;

  /** The feeds of this directory, which need not be there yet. */
  public AdvisoryDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * The files that are read of a place: itself if it is a file, else all below it that are named
   * like a feed, in order.
   *
   * @throws IOException if it cannot be looked through, or has more than 2,000,000 files
   */
  public static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.walk(place)) {
      List<Path> files =
          all.filter(AdvisoryDirectory::isFeed)
              .filter(Files::isRegularFile)
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        throw new IOException("More than " + MOST_FILES + " files; pack them into a zip");
      }
      return files;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isFeed(Path file) {
    return READ.matcher(nameOf(file).toLowerCase(Locale.ROOT)).matches();
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Override
  public List<AdvisoryFeed> list() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> feeds =
          entries
              .filter(entry -> !nameOf(entry).startsWith("."))
              .filter(entry -> Files.isDirectory(entry) || isFeed(entry))
              .sorted()
              .limit(MOST_FEEDS + 1L)
              .toList();
      if (feeds.size() > MOST_FEEDS) {
        throw new IOException(
            "The directory has more than " + MOST_FEEDS + " feeds; put files into directories");
      }
      return feeds.stream().<AdvisoryFeed>map(Entry::new).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** An entry of the directory. */
  private static final class Entry implements AdvisoryFeed {
    private final Path place;
    private final String name;

    Entry(Path place) {
      this.place = place;
      String plain = NOT_OF_NAMES.matcher(nameOf(place)).replaceAll("_");
      this.name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    @Override
    public String name() {
      return name;
    }

    /** A file that cannot be looked at has a stamp of its own, and fails when it is read. */
    @Override
    public String stamp() {
      try {
        MessageDigest digest = Sha256.start();
        for (Path file : files(place)) {
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          Sha256.add(
              digest,
              place.relativize(file)
                  + " "
                  + attributes.size()
                  + ' '
                  + attributes.lastModifiedTime().toInstant());
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (IOException e) {
        return "unreadable";
      }
    }

    @Override
    public Instant changedAt() {
      Instant latest = Instant.EPOCH;
      try {
        for (Path file : files(place)) {
          Instant changed = Files.getLastModifiedTime(file).toInstant();
          latest = changed.isAfter(latest) ? changed : latest;
        }
      } catch (IOException e) {
        return latest;
      }
      return latest;
    }

    @Override
    public void read(PartReader reader) throws IOException {
      if (!name.equals(nameOf(place))) {
        throw new IOException(
            "Its name is not 1 to 200 of letters, digits, '.', '_', '+' and '-'; rename it");
      }
      String before = stamp();
      for (Path file : files(place)) {
        checkZip(file);
        try (InputStream in = Files.newInputStream(file)) {
          reader.part(nameOf(file), in);
        }
      }
      if (!before.equals(stamp())) {
        throw new IOException(
            "It was written while it was read; write beside it and rename, as mirrors do");
      }
    }

    /** What is read as a stream ends without a word where a zip was cut off behind an entry. */
    private static void checkZip(Path file) throws IOException {
      if (nameOf(file).toLowerCase(Locale.ROOT).endsWith(".zip")) {
        new ZipFile(file.toFile()).close();
      }
    }
  }
}
