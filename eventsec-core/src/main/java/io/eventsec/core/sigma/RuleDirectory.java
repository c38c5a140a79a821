package io.eventsec.core.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Loads the rules of a directory and everything below it. */
public final class RuleDirectory {
  private static final int MAX_FILES = 50_000;

  private RuleDirectory() {}

  /**
   * Reads every {@code .yml} and {@code .yaml} file, in the order of their paths; {@code .test.yml}
   * files are left to the rule tests. Symbolic links are not followed. Never throws for what the
   * directory holds: a file that can't be read or a rule that is wrong is a problem, and the others
   * are loaded. So is a directory that is not there. Several threads of the common pool read.
   *
   * @param directory where the rules are
   */
  public static LoadedRules load(Path directory) {
    List<SigmaDocument> documents = new ArrayList<>();
    try (Stream<Path> tree = Files.find(directory, Integer.MAX_VALUE, RuleDirectory::isRule)) {
      List<Path> files = tree.sorted().limit(MAX_FILES + 1L).toList();
      if (files.size() > MAX_FILES) {
        documents.add(
            problem(
                directory.toString(),
                "The directory has more than " + MAX_FILES + " rule files; the rest is left out",
                "Split it"));
      }
      files.stream()
          .limit(MAX_FILES)
          .parallel()
          .map(file -> read(directory, file))
          .forEachOrdered(documents::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      documents.add(
          problem(
              directory.toString(),
              "The rule directory can't be read: " + e,
              "Name a directory that is there and that this user may read"));
    }
    return LoadedRules.of(documents);
  }

  private static boolean isRule(Path file, BasicFileAttributes attributes) {
    return (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file))
        && isRule(file);
  }

  private static boolean isRule(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && !name.endsWith(".test.yml") && !name.endsWith(".test.yaml");
  }

  private static SigmaDocument read(Path directory, Path file) {
    String name = directory.relativize(file).toString().replace('\\', '/');
    try (InputStream yaml = Files.newInputStream(file)) {
      return SigmaReader.read(name, yaml);
    } catch (IOException e) {
      return problem(name, "The file can't be read: " + e, "Check its permissions");
    }
  }

  private static SigmaDocument problem(String file, String message, String cure) {
    return SigmaDocument.unreadable(new SigmaProblem(file, 0, 0, message, cure));
  }
}
