package io.eventsec.cli.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is on its disk: the same under every name, and given to another one some day after
 * it is gone.
 *
 * @param device its file system
 * @param inode its number there
 */
public record FileKey(long device, long inode) {

  /** That of a file; where the system has no such numbers, made of what it tells files by. */
  public static FileKey of(Path path) throws IOException {
    try {
      Map<String, Object> unix = Files.readAttributes(path, "unix:dev,ino");
      return new FileKey(number(unix.get("dev")), number(unix.get("ino")));
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return ofOtherSystem(path);
    }
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static FileKey ofOtherSystem(Path path) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
    Object key = basic.fileKey();
    String name =
        key == null ? path.toRealPath() + "\n" + basic.creationTime().toMillis() : key.toString();
    String digest = Sample.of(name.getBytes(StandardCharsets.UTF_8)).digest();
    return new FileKey(0, ByteBuffer.wrap(HexFormat.of().parseHex(digest)).getLong());
  }

  @Override
  public String toString() {
    return Long.toHexString(device) + ':' + inode;
  }
}
