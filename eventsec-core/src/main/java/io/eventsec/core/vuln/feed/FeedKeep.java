package io.eventsec.core.vuln.feed;

import io.eventsec.core.event.Sha256;
import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.vuln.internal.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Keeps on disk the versions of feeds that are in force, so that a process that starts when a feed
 * is broken, gone or held back knows what it said before. Of each feed one version, all parts of it
 * in one archive: {@code NAME/DIGEST.zip}. Processes of one installation may share a directory.
 * Thread-safe.
 */
public final class FeedKeep {
  private static final String SUFFIX = ".zip";
  private static final int NUMBER = 8;

  private final Path directory;

  /** Keeps them there; the directory is made when something is kept. */
  public FeedKeep(Path directory) {
    this.directory = directory;
  }

  /** True if that version is kept. */
  boolean has(String name, String digest) {
    return Files.isRegularFile(file(name, digest));
  }

  /** The version that is kept, if it is that one; whoever reads it compares the digest. */
  Optional<AdvisoryFeed> find(String name, String digest) {
    return has(name, digest) ? Optional.of(new Kept(name, file(name, digest))) : Optional.empty();
  }

  /**
   * Keeps a version in place of the one before.
   *
   * @param feed says now what it said when it was read
   * @param digest of what it said then
   * @param between is run time and again meanwhile
   * @throws IOException if it cannot be written, or the feed says something else by now
   */
  void keep(AdvisoryFeed feed, String digest, Runnable between) throws IOException {
    Path place = Files.createDirectories(directory.resolve(checked(feed.name())));
    Path fresh = Files.createTempFile(place, ".", ".part");
    try {
      String written = write(feed, fresh, between);
      if (!written.equals(digest)) {
        throw new IOException(
            "'"
                + feed.name()
                + "' was written while it was kept; it is kept when it is read again");
      }
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.setLastModifiedTime(fresh, FileTime.from(feed.changedAt()));
      Path file = file(feed.name(), digest);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      deleteOthers(place, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String write(AdvisoryFeed feed, Path file, Runnable between) throws IOException {
    MessageDigest digest = Sha256.start();
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      int[] parts = {0};
      feed.read(
          (name, in) -> {
            Sha256.add(digest, name);
            zip.setLevel(isPacked(name) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            // Parts of one name are told apart, and stay in their order.
            zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%08d/%s", parts[0]++, name)));
            new DigestInputStream(new WatchedStream(in, between), digest).transferTo(zip);
            zip.closeEntry();
          });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isPacked(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(SUFFIX) || lower.endsWith(".gz");
  }

  private static void deleteOthers(Path place, Path kept) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(one -> !one.equals(kept)).toList()) {
        if (String.valueOf(file.getFileName()).endsWith(SUFFIX)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Forgets the feeds that are none of these.
   *
   * @throws IOException if it cannot
   */
  void retain(Set<String> names) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> places = Files.list(directory)) {
      List<Path> others =
          places.filter(place -> !names.contains(String.valueOf(place.getFileName()))).toList();
      for (Path place : others) {
        Files.walkFileTree(place, new Deletion());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path file(String name, String digest) {
    return directory.resolve(checked(name)).resolve(digest + SUFFIX);
  }

  /** Names are those of files by the port's word; this is about what would lead elsewhere. */
  private static String checked(String name) {
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a feed: use letters, digits and ._+-, no dot first");
    }
    return name;
  }

  /** A version as it was kept. */
  private record Kept(String name, Path file) implements AdvisoryFeed {
    @Override
    public String stamp() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public Instant changedAt() {
      try {
        return Files.getLastModifiedTime(file).toInstant();
      } catch (IOException e) {
        return Instant.EPOCH;
      }
    }

    @Override
    public void read(PartReader reader) throws IOException {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator();
            entries.hasNext(); ) {
          ZipEntry entry = entries.next();
          try (InputStream in = zip.getInputStream(entry)) {
            reader.part(entry.getName().substring(NUMBER + 1), in);
          }
        }
      }
    }
  }

  /** Deletes a tree. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path place, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      Files.deleteIfExists(place);
      return FileVisitResult.CONTINUE;
    }
  }
}
