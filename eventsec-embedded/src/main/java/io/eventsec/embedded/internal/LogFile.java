package io.eventsec.embedded.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where a server's output goes; at most two files of it are kept. */
public record LogFile(Path path) {
  private static final long ROTATE_BYTES = 8L << 20;
  private static final int TAIL_BYTES = 16 << 10;

  /** Puts a long log aside; called before a start, when nobody writes to it. */
  void rotate() throws IOException {
    if (Files.exists(path) && Files.size(path) > ROTATE_BYTES) {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Where the log ends now, to tell what a later start wrote. */
  long end() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The last lines written behind {@code start}, at most {@code count}; empty if none or
   * unreadable.
   */
  public String tail(long start, int count) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(Math.min(start, file.length()), file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
