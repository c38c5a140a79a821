package io.eventsec.cli.inventory;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.host.JavaArchives;
import io.eventsec.core.vuln.inventory.host.LanguagePackages;
import io.eventsec.core.vuln.inventory.host.OwnedFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for what npm, pip and Maven left in files. Links are not followed. Not thread-safe. */
final class LanguageWalk extends SimpleFileVisitor<Path> {
  private static final Set<String> NOT_FILES = Set.of("proc", "sys", "dev", "run");
  private static final int LARGEST = 10 << 20;
  private static final Pattern NPM =
      Pattern.compile("(?:.*/)?node_modules/(?:@[^/]+/)?[^/]+/package\\.json");
  private static final Pattern PIP =
      Pattern.compile(".*\\.(?:dist-info/METADATA|egg-info/PKG-INFO|egg-info)");

  private final Path root;
  private final OwnedFiles owned;
  private final Consumer<String> problems;
  private final List<SoftwareComponent> found = new ArrayList<>();

  private LanguageWalk(Path root, OwnedFiles owned, Consumer<String> problems) {
    this.root = root;
    this.owned = owned;
    this.problems = problems;
  }

  /**
   * What is there.
   *
   * @param root below which paths are told
   * @param start where to look, within the root
   * @param owned files of packages of the distribution, which are passed over
   */
  static List<SoftwareComponent> read(
      Path root, Path start, OwnedFiles owned, Consumer<String> problems) throws IOException {
    LanguageWalk walk = new LanguageWalk(root, owned, problems);
    Files.walkFileTree(start, walk);
    return walk.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean special =
        root.equals(directory.getParent())
            && NOT_FILES.contains(String.valueOf(directory.getFileName()));
    return special ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    String location = "/" + root.relativize(file).toString().replace('\\', '/');
    try {
      if (!owned.contains(location)) {
        look(file, location);
      }
    } catch (IOException e) {
      problems.accept(location + " cannot be read: " + e.getMessage());
    }
    return FileVisitResult.CONTINUE;
  }

  private void look(Path file, String location) throws IOException {
    if (JavaArchives.isArchive(location)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        found.addAll(JavaArchives.read(in, location));
      }
    } else if (NPM.matcher(location).matches()) {
      content(file).flatMap(json -> npm(json, location)).ifPresent(found::add);
    } else if (PIP.matcher(location).matches()) {
      content(file).flatMap(text -> pip(text, location)).ifPresent(found::add);
    }
  }

  private Optional<SoftwareComponent> npm(byte[] json, String location) {
    try {
      return LanguagePackages.npm(json, location);
    } catch (IOException e) {
      problems.accept(location + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<SoftwareComponent> pip(byte[] text, String location) {
    try {
      return LanguagePackages.pip(text, location);
    } catch (IOException e) {
      problems.accept(location + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<byte[]> content(Path file) throws IOException {
    return Files.size(file) > LARGEST ? Optional.empty() : Optional.of(Files.readAllBytes(file));
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    problems.accept(file + " cannot be read: " + e.getMessage());
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
    return FileVisitResult.CONTINUE;
  }
}
