package io.eventsec.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;
  private final AtomicInteger unpacked = new AtomicInteger();

  private Path entry() throws ServerFailure {
    return new BinaryCache(directory).entry("thing", HASH, this::unpack);
  }

  private void unpack(Path into) throws IOException {
    unpacked.incrementAndGet();
    Files.writeString(into.resolve("program"), "content");
  }

  @Test
  void entry_askedTwice_isUnpackedOnce() throws Exception {
    assertThat(entry()).isEqualTo(entry()).hasFileName("thing-0123456789abcdef");
    assertThat(unpacked).hasValue(1);
  }

  @Test
  void entry_thatLostAFile_isUnpackedAgain() throws Exception {
    Files.delete(entry().resolve("program"));
    assertThat(entry().resolve("program")).hasContent("content");
    assertThat(unpacked).hasValue(2);
  }

  @Test
  void failedUnpacking_leavesNothing() {
    BinaryCache cache = new BinaryCache(directory);
    assertThatThrownBy(
            () ->
                cache.entry(
                    "thing",
                    HASH,
                    into -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOfSatisfying(
            ServerFailure.class, e -> assertThat(e.cure()).contains("disk is full"));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void directoryThatOthersCanWrite_isRefused() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(this::entry)
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining("another user");
  }
}
