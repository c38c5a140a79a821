package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.EventFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mappings of a directory: its files that end in {@code .yml} or {@code .yaml}, not those of
 * directories in it. One that cannot be read never stops the others.
 *
 * @param formats in the order of the files' names
 * @param problems a sentence for each file that is no mapping
 */
public record MappingDirectory(List<EventFormat> formats, List<String> problems) {
  private static final int MOST = 1_000;

  /** Copies both lists. */
  public MappingDirectory {
    formats = List.copyOf(formats);
    problems = List.copyOf(problems);
  }

  /**
   * Reads them.
   *
   * @throws UncheckedIOException if the directory cannot be listed
   */
  public static MappingDirectory load(Path directory) {
    List<EventFormat> formats = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files(directory)) {
      String shown = String.valueOf(file.getFileName());
      try {
        EventFormat format = FormatMapping.read(shown, Files.readString(file));
        if (names.add(format.name())) {
          formats.add(format);
        } else {
          problems.add(
              shown + " has the name '" + format.name() + "' of a file before it; use another");
        }
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      } catch (CharacterCodingException e) {
        problems.add(shown + " is not UTF-8; save it in that encoding");
      } catch (IOException e) {
        problems.add(shown + " cannot be read: " + e.getMessage() + "; let this user read it");
      }
    }
    return new MappingDirectory(formats, problems);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e);
    }
  }
}
