package io.eventsec.core.backup;

import io.eventsec.core.backup.internal.ManifestJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A directory of a backup. The manifest is written last, so that a directory without one is what an
 * interruption left, and nothing else. Only the owner may read what it makes: there are hashes of
 * passwords in a backup, and everything that sensors saw. Not thread-safe.
 */
public final class BackupDirectory {
  private static final String MANIFEST = "manifest.json";
  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_MANIFEST = 64 << 20;

  private final Path directory;

  private BackupDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes a new one.
   *
   * @throws IOException if it is there already or cannot be made
   */
  public static BackupDirectory create(Path directory) throws IOException {
    PrivateFiles.createDirectory(directory);
    return new BackupDirectory(directory);
  }

  /** One that is there; touches nothing. */
  public static BackupDirectory at(Path directory) {
    return new BackupDirectory(directory);
  }

  /** Where it is. */
  public Path path() {
    return directory;
  }

  /**
   * Begins a file.
   *
   * @param file its name
   * @throws IOException if it is there already or cannot be made
   */
  public BackupFile write(String file) throws IOException {
    return new BackupFile(directory, file);
  }

  /**
   * Writes the manifest, after which the directory is whole, and on the disk.
   *
   * @throws IOException if it cannot be written
   */
  public void complete(BackupManifest manifest) throws IOException {
    ByteBuffer json = ByteBuffer.wrap(ManifestJson.write(manifest));
    try (FileChannel channel = PrivateFiles.create(directory.resolve(MANIFEST))) {
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
    PrivateFiles.sync(directory);
  }

  /**
   * A part's manifest as a file of this backup, so that the whole vouches for its parts.
   *
   * @param part the directory of the part, directly below this one
   * @throws IOException if it cannot be read
   */
  public BackupEntry entryOf(BackupManifest part) throws IOException {
    String file = part.kind() + "/" + MANIFEST;
    Path path = directory.resolve(file);
    return new BackupEntry(
        file, part.kind(), part.items(), Files.size(path), Digests.of(path), Map.of());
  }

  /**
   * Gives the directory its final name, which must not be taken.
   *
   * @throws IOException if it cannot be renamed
   */
  public void moveTo(Path name) throws IOException {
    Files.move(directory, name);
    Path parent = name.toAbsolutePath().getParent();
    if (parent != null) {
      PrivateFiles.sync(parent);
    }
  }

  /**
   * The manifest.
   *
   * @throws DamagedBackupException if there is none, or it is not understood
   */
  public BackupManifest manifest() {
    Path file = directory.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new DamagedBackupException(
          directory + " is no whole backup: it has no " + MANIFEST + "; name another");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] json = in.readNBytes(LONGEST_MANIFEST + 1);
      if (json.length > LONGEST_MANIFEST) {
        throw new IOException("it is longer than " + LONGEST_MANIFEST + " bytes");
      }
      return ManifestJson.read(json);
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedBackupException(
          file + " cannot be read (" + e.getMessage() + "); name another backup", e);
    }
  }

  /**
   * The manifest, after a look at every byte of every file that it names.
   *
   * @param kind what it should be of
   * @throws DamagedBackupException if a file is missing or another than was written, or the backup
   *     is of something else
   */
  public BackupManifest verified(String kind) {
    BackupManifest manifest = manifest();
    if (!manifest.kind().equals(kind)) {
      throw new DamagedBackupException(
          directory + " is a backup of '" + manifest.kind() + "' and not of '" + kind + "'");
    }
    manifest.entries().forEach(this::verify);
    return manifest;
  }

  private void verify(BackupEntry entry) {
    Path file = directory.resolve(entry.file());
    try {
      if (!Files.isRegularFile(file)) {
        throw damaged(file, "is missing");
      }
      if (Files.size(file) != entry.bytes()) {
        throw damaged(file, "has " + Files.size(file) + " bytes in place of " + entry.bytes());
      }
      if (!Digests.of(file).equals(entry.sha256())) {
        throw damaged(file, "does not have the digest that the manifest tells");
      }
    } catch (IOException e) {
      throw new DamagedBackupException(file + " cannot be read: " + e, e);
    }
  }

  private static DamagedBackupException damaged(Path file, String what) {
    return new DamagedBackupException(file + " " + what + "; copy the backup again");
  }

  /**
   * The content of a file, to be closed by the caller.
   *
   * @throws IOException if it cannot be read
   */
  public InputStream read(BackupEntry entry) throws IOException {
    InputStream file = Files.newInputStream(directory.resolve(entry.file()));
    try {
      return new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
