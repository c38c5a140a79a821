package io.eventsec.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void lockedDirectory_cannotBeLockedAgain_untilItIsFreed() throws Exception {
    try (DirectoryLock first = DirectoryLock.acquire(directory)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DirectoryLock.acquire(directory))
          .isInstanceOf(ServerFailure.class)
          .hasMessageContaining(directory.toString());
    }
    DirectoryLock.acquire(directory).close();
  }

  @Test
  void missingDirectory_isToldByName() {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> DirectoryLock.acquire(missing))
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining(missing.toString());
  }
}
