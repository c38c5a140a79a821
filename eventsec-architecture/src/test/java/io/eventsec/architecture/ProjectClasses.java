package io.eventsec.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled main classes of every module, read from where the build put them. */
final class ProjectClasses {
  private static final List<String> MODULES =
      List.of(
          "eventsec-core",
          "eventsec-rules",
          "eventsec-testkit",
          "eventsec-embedded",
          "eventsec-persistence",
          "eventsec-search",
          "eventsec-nvd",
          "eventsec-cli",
          "eventsec-jakarta-app");

  static final JavaClasses ALL = load();

  private ProjectClasses() {}

  private static JavaClasses load() {
    List<Path> folders =
        MODULES.stream().map(module -> Path.of("..", module, "target", "classes")).toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            "No classes at " + folder + ": build the modules first (mvn verify at the root does)");
      }
    }
    return new ClassFileImporter().importPaths(folders);
  }
}
