package io.eventsec.cli.pcap;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Suricata wrote about captures, kept until the server has it: it writes other numbers each
 * time, so that what was begun has to be ended with the same file. A capture is known by what is in
 * it. Not for two processes at a time.
 */
public final class CaptureStore {
  private static final int KEY_BYTES = 16;
  private static final String DONE = ".done";
  private static final String PART = ".part";

  private final Path directory;
  private final Suricata suricata;

  /** Keeps it there. */
  public CaptureStore(Path directory, Suricata suricata) {
    this.directory = directory;
    this.suricata = suricata;
  }

  /** What a capture is known by. */
  public static String key(Path capture) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(capture), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return "pcap-" + HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** True if all of it was taken by the server. */
  public boolean isDone(String key) {
    return Files.exists(directory.resolve(key + DONE));
  }

  /**
   * The events of a capture: those that were written before, or new ones.
   *
   * @throws CommandFailedException if Suricata fails
   */
  public Path events(String key, Path capture) throws IOException, InterruptedException {
    Path whole = directory.resolve(key + ".json");
    if (Files.exists(whole)) {
      return whole;
    }
    Path part = directory.resolve(key + PART);
    delete(part);
    Files.createDirectories(part);
    try {
      checkSpace(part);
      Path eve = suricata.read(capture, part);
      Files.move(eve, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(part);
    }
    return whole;
  }

  private void checkSpace(Path part) throws IOException {
    long free = Files.getFileStore(part).getUsableSpace();
    if (free < suricata.mostBytes()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "Suricata may write "
              + suricata.mostBytes()
              + " bytes, and "
              + directory
              + " has "
              + free,
          "make room there, name another directory with --state, or allow less with --pcap-bytes");
    }
  }

  /** All of it was taken by the server. */
  public void done(String key) throws IOException {
    Path done = directory.resolve(key + DONE);
    if (!Files.exists(done)) {
      Files.createFile(done);
    }
    Files.deleteIfExists(directory.resolve(key + ".json"));
  }

  private static void delete(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(part)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
