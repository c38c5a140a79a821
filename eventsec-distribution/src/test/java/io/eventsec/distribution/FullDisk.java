package io.eventsec.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A disk of its own, small and in memory, that can be filled up; needs root on Linux. */
final class FullDisk {
  private static final String SIZE = "400m";
  private static final int MOST_ATTEMPTS = 50;

  private final Path mount;

  FullDisk(Path mount) {
    this.mount = mount;
  }

  /** Where it is; mounted by the first who asks, if that is allowed. */
  Path mount() throws IOException, InterruptedException {
    Files.createDirectories(mount);
    if (!isItsOwn() && System.getProperty("user.name").equals("root")) {
      // Everybody may enter: PostgreSQL does not run as root.
      String options = "size=" + SIZE + ",mode=755";
      Script.run(Map.of(), "mount", "-t", "tmpfs", "-o", options, "none", mount.toString());
    }
    return mount;
  }

  /** True if it is mounted: a directory of the machine's own disk is not filled. */
  boolean isItsOwn() throws IOException {
    return Files.readString(Path.of("/proc/self/mounts")).contains(" " + mount + " ");
  }

  /** Leaves no room at all. */
  void fill() throws IOException, InterruptedException {
    Script fill =
        Script.run(Map.of(), "dd", "if=/dev/zero", "of=" + mount.resolve("filler"), "bs=64k");
    if (fill.status() == 0 || mount.toFile().getUsableSpace() > 0) {
      throw new AssertionError("The disk is not full: " + fill.output());
    }
  }

  /** Makes room again. */
  void free() throws IOException {
    Files.delete(mount.resolve("filler"));
  }

  /** Takes the disk away with all that is on it. */
  void release() throws IOException, InterruptedException {
    // Whoever used it may be a moment in going.
    for (int attempt = 0; isItsOwn() && attempt < MOST_ATTEMPTS; attempt++) {
      Script.run(Map.of(), "umount", mount.toString());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    if (isItsOwn()) {
      run("umount", mount.toString());
    }
  }

  private static void run(String... line) throws IOException, InterruptedException {
    Script run = Script.run(Map.of(), line);
    if (run.status() != 0) {
      throw new IOException(String.join(" ", line) + ": " + run.output());
    }
  }
}
