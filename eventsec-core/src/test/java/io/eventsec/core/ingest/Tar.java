package io.eventsec.core.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plain files of a tar archive (POSIX ustar), enough of it for the corpus. */
final class Tar {
  private static final int BLOCK = 512;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Tar(byte[] archive) {
    int at = 0;
    while (at + BLOCK <= archive.length && archive[at] != 0) {
      int size = Integer.parseInt(text(archive, at + 124, 12).strip(), 8);
      byte type = archive[at + 156];
      if (type == '0' || type == 0) {
        files.put(
            text(archive, at, 100), Arrays.copyOfRange(archive, at + BLOCK, at + BLOCK + size));
      }
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
  }

  private static String text(byte[] archive, int start, int length) {
    String all = new String(archive, start, length, StandardCharsets.UTF_8);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }

  Map<String, byte[]> files() {
    return files;
  }
}
