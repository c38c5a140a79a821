package io.eventsec.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosixTest {
  @TempDir Path directory;

  @Test
  void currentUid_isTheOwnerOfWhatWeMake() throws Exception {
    assumeThat(Posix.supported(directory)).isTrue();
    assertThat(Posix.currentUid()).isEqualTo(Posix.uid(directory));
    boolean root = System.getProperty("user.name").equals("root");
    assertThat(Posix.currentUid() == 0).isEqualTo(root);
  }

  @Test
  void isTraversable_asksForEverybodysRight() throws Exception {
    Posix.set(directory, "rwx------");
    assertThat(Posix.isTraversable(directory)).isFalse();
    Posix.set(directory, "rwx--x--x");
    assertThat(Posix.isTraversable(directory)).isTrue();
  }
}
