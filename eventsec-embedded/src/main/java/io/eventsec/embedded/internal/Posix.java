package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Owners and permissions, where the file system has them. */
public final class Posix {
  private Posix() {}

  static boolean supported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Sets permissions written as in {@code rwxr-x---}; does nothing where there are none. */
  public static void set(Path path, String permissions) throws IOException {
    if (supported(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  static int uid(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** The effective user of this process: a file it makes is that user's. */
  static int currentUid() throws IOException {
    Path probe = Files.createTempFile("eventsec", "uid");
    try {
      return uid(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** Gives a tree to a user; only root can. */
  static void chown(Path tree, int uid) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            return visitFile(dir, attributes);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Whether any user may pass through this directory to what lies below. */
  static boolean isTraversable(Path directory) throws IOException {
    return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
  }
}
