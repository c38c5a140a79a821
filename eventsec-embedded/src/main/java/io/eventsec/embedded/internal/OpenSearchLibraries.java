package io.eventsec.embedded.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The node's libraries, from nested jars on the class path to a directory. */
final class OpenSearchLibraries {
  private static final String ROOT = "/opensearch-lib/";

  private OpenSearchLibraries() {}

  private record Library(String sha256, String name) {}

  /** The directory that holds the libraries and nothing else. */
  static Path unpacked(BinaryCache cache) throws ServerFailure {
    byte[] index = index();
    String hash = HexFormat.of().formatHex(sha256().digest(index));
    return cache.entry("opensearch", hash, directory -> copy(parse(index), directory));
  }

  private static byte[] index() throws ServerFailure {
    try (InputStream in = OpenSearchLibraries.class.getResourceAsStream(ROOT + "index.txt")) {
      if (in == null) {
        throw new ServerFailure(
            "the OpenSearch node is not on the class path",
            "add io.eventsec:eventsec-embedded-opensearch, or build that module up to its package phase");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ServerFailure("cannot read the OpenSearch node", "build or install again", e);
    }
  }

  private static List<Library> parse(byte[] index) {
    List<Library> libraries = new ArrayList<>();
    for (String line : new String(index, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isBlank()) {
        String[] parts = line.strip().split(" +", 2);
        libraries.add(new Library(parts[0], parts[1]));
      }
    }
    return libraries;
  }

  private static void copy(List<Library> libraries, Path directory) throws IOException {
    for (Library library : libraries) {
      copy(library, directory.resolve(library.name()));
    }
  }

  private static void copy(Library library, Path target) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = OpenSearchLibraries.class.getResourceAsStream(ROOT + library.name())) {
      if (in == null) {
        throw new IOException(library.name() + " is listed and not there: build again");
      }
      try (OutputStream out = Files.newOutputStream(target)) {
        new DigestInputStream(in, digest).transferTo(out);
      }
    }
    String sum = HexFormat.of().formatHex(digest.digest());
    if (!sum.equals(library.sha256())) {
      throw new IOException(library.name() + " has the sum " + sum + ", not the one listed");
    }
    Posix.set(target, "rw-r--r--");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
