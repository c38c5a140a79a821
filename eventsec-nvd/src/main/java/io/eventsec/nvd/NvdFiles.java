package io.eventsec.nvd;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The files of the copy. */
final class NvdFiles {
  private static final String CHANGED = "changed-";

  private static final JsonFactory JSON = new JsonFactory();

  private NvdFiles() {}

  /** How many items the files of a directory hold. */
  static int count(Path directory) throws IOException {
    int lines = 0;
    for (Path file : files(directory, "")) {
      try (BufferedReader reader = reader(file)) {
        while (reader.readLine() != null) {
          lines++;
        }
      }
    }
    return lines;
  }

  /** Brings what was changed into one file if it is in more than so many, of each item the last. */
  static void merge(Path directory, int most) throws IOException {
    List<Path> changed = files(directory, CHANGED);
    if (changed.size() <= most) {
      return;
    }
    Path last = changed.get(changed.size() - 1);
    Path fresh = Files.createTempFile(directory, ".", ".part");
    try {
      Set<String> written = new HashSet<>();
      try (BufferedWriter writer =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(fresh)), StandardCharsets.UTF_8))) {
        for (int i = changed.size() - 1; i >= 0; i--) {
          copy(changed.get(i), written, writer);
        }
      }
      Files.move(fresh, last, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    for (Path file : changed.subList(0, changed.size() - 1)) {
      Files.deleteIfExists(file);
    }
  }

  private static void copy(Path from, Set<String> written, BufferedWriter writer)
      throws IOException {
    try (BufferedReader reader = reader(from)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (written.add(id(line))) {
          writer.write(line);
          writer.newLine();
        }
      }
    }
  }

  /** The {@code id} of {@code {"cve":{"id":…}}}. */
  private static String id(String line) throws IOException {
    try (JsonParser json = JSON.createParser(line)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("id")) {
          return json.nextTextValue();
        }
      }
    }
    throw new IOException(
        "An item of the copy of NVD has no 'id'; remove the directory, and fetch all");
  }

  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  /** In the order of their times, which have as many digits until 2286. */
  private static List<Path> files(Path directory, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(
              file -> {
                String name = String.valueOf(file.getFileName());
                return name.startsWith(prefix) && !name.startsWith(".") && name.endsWith(".gz");
              })
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Deletes a directory with all in it; nothing if it is not there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
