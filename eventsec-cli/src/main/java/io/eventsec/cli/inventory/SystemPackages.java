package io.eventsec.cli.inventory;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.host.InstalledPackages;
import io.eventsec.core.vuln.inventory.host.OsRelease;
import io.eventsec.core.vuln.inventory.host.OwnedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the data bases of package managers below a root, and which files are theirs. */
final class SystemPackages {
  private static final List<String> OS_RELEASE = List.of("etc/os-release", "usr/lib/os-release");
  private static final List<String> RPM =
      List.of("var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm");

  private final Path root;
  private final Consumer<String> problems;
  private final OwnedFiles owned = new OwnedFiles();
  private final List<SoftwareComponent> components = new ArrayList<>();

  /**
   * A reader.
   *
   * @param problems gets what cannot be read, and what that means
   */
  SystemPackages(Path root, Consumer<String> problems) {
    this.root = root;
    this.problems = problems;
  }

  OsRelease osRelease() throws IOException {
    for (String name : OS_RELEASE) {
      if (Files.isReadable(root.resolve(name))) {
        return OsRelease.parse(Files.readString(root.resolve(name)));
      }
    }
    return OsRelease.parse("");
  }

  List<SoftwareComponent> read(OsRelease os) throws IOException {
    InstalledPackages packages = new InstalledPackages(os);
    dpkg(packages);
    apk(packages);
    rpm(packages);
    return components;
  }

  /** The files of what was read. */
  OwnedFiles owned() {
    return owned;
  }

  private void dpkg(InstalledPackages packages) throws IOException {
    Path data = root.resolve("var/lib/dpkg");
    if (Files.isReadable(data.resolve("status"))) {
      try (InputStream in = Files.newInputStream(data.resolve("status"))) {
        components.addAll(packages.dpkg(in));
      }
    }
    for (Path file : filesOf(data.resolve("status.d"), "*")) {
      if (!file.toString().endsWith(".md5sums")) {
        try (InputStream in = Files.newInputStream(file)) {
          components.addAll(packages.dpkg(in));
        }
      }
    }
    for (Path file : filesOf(data.resolve("info"), "*.list")) {
      try (InputStream in = Files.newInputStream(file)) {
        owned.list(in);
      }
    }
  }

  private static List<Path> filesOf(Path directory, String pattern) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, pattern)) {
        all.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }

  private void apk(InstalledPackages packages) throws IOException {
    for (String name : List.of("lib/apk/db/installed", "usr/lib/apk/db/installed")) {
      Path file = root.resolve(name);
      if (!Files.isReadable(file)) {
        continue;
      }
      try (InputStream in = Files.newInputStream(file)) {
        components.addAll(packages.apk(in));
      }
      try (InputStream in = Files.newInputStream(file)) {
        owned.apk(in);
      }
      return;
    }
  }

  /** The data base of rpm has had four forms; rpm itself reads the one that is there. */
  private void rpm(InstalledPackages packages) throws IOException {
    boolean there = RPM.stream().anyMatch(name -> Files.isDirectory(root.resolve(name)));
    if (!there) {
      return;
    }
    List<String> command = List.of("rpm", "--root", root.toAbsolutePath().toString());
    try {
      ChildOutput.of(command, List.of("-qa", "--queryformat", InstalledPackages.RPM_FORMAT))
          .read(in -> components.addAll(packages.rpm(in)));
      ChildOutput.of(command, List.of("-qal")).read(owned::list);
    } catch (IOException e) {
      problems.accept(
          "packages of rpm are missing: " + e.getMessage() + "; install rpm, and run it again");
    }
  }
}
