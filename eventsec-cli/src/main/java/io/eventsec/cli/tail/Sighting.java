package io.eventsec.cli.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as it was seen.
 *
 * @param path its name now
 * @param key where it is on the disk
 * @param size in bytes
 * @param modified when it was last written to, milliseconds since 1970
 */
public record Sighting(Path path, FileKey key, long size, long modified) {

  /**
   * Looks at a file.
   *
   * @throws IOException if it is not there or not to be looked at
   */
  public static Sighting of(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new Sighting(
        path, FileKey.of(path), attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  /** What rotation has made of its name. */
  public RotatedName name() {
    return RotatedName.of(String.valueOf(path.getFileName()));
  }
}
