package io.eventsec.core.vuln.inventory.host;

import io.eventsec.core.internal.BoundedStream;
import io.eventsec.core.internal.ByteBudget;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds libraries in JAR, WAR and EAR files, and in those within them: by what Maven wrote into
 * them, and by the manifest and the file's name where nothing else is. Bounded: 5 files deep,
 * 200,000 entries and 2 GiB unpacked of each outermost file. Thread-safe.
 */
public final class JavaArchives {
  private static final int DEEPEST = 5;
  private static final int MOST_ENTRIES = 200_000;
  private static final long MOST_BYTES = 2L << 30;
  private static final int LONGEST_PROPERTIES = 100_000;
  private static final Pattern ARCHIVE =
      Pattern.compile(".+\\.(?:jar|war|ear|rar|jpi|hpi)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MAVEN =
      Pattern.compile("(?:.*/)?META-INF/maven/[^/]+/[^/]+/pom\\.properties");
  private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d[\\w.+-]*?)\\.\\w+");

  private JavaArchives() {}

  /** True if a file is called like one. */
  public static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  /**
   * The libraries in one.
   *
   * @param in is not closed
   * @param location where it is; what is within another has {@code !} between them
   * @throws IOException if it is no archive, or goes beyond the bounds
   */
  public static List<SoftwareComponent> read(InputStream in, String location) throws IOException {
    Budget budget = new Budget();
    List<SoftwareComponent> found = new ArrayList<>();
    read(in, location, 0, budget, found);
    return found;
  }

  private static void read(
      InputStream in, String location, int depth, Budget budget, List<SoftwareComponent> found)
      throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    String fileName =
        location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('!')) + 1);
    int before = found.size();
    Optional<SoftwareComponent> byManifest = Optional.empty();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      budget.entry(location);
      InputStream content = budget.counting(zip, location);
      String name = entry.getName();
      if (MAVEN.matcher(name).matches()) {
        maven(properties(content), location).ifPresent(found::add);
      } else if (name.equals("META-INF/MANIFEST.MF")) {
        byManifest = manifest(content, fileName, location);
      } else if (isArchive(name) && depth < DEEPEST) {
        read(content, location + '!' + name, depth + 1, budget, found);
      }
      content.skip(Long.MAX_VALUE);
    }
    boolean named = found.stream().skip(before).anyMatch(one -> one.location().equals(location));
    if (!named) {
      byManifest.ifPresent(found::add);
    }
  }

  private static Properties properties(InputStream in) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(in.readNBytes(LONGEST_PROPERTIES)));
    } catch (IllegalArgumentException e) {
      // A broken escape; what was read before it counts.
      return properties;
    }
    return properties;
  }

  private static Optional<SoftwareComponent> maven(Properties properties, String location) {
    return LanguagePackages.named(
        "maven",
        properties.getProperty("groupId", ""),
        properties.getProperty("artifactId", ""),
        properties.getProperty("version", ""),
        location);
  }

  /** Only where the manifest names the group: a name alone could be anybody's. */
  private static Optional<SoftwareComponent> manifest(
      InputStream in, String fileName, String location) throws IOException {
    Matcher name = FILE_NAME.matcher(fileName);
    Properties manifest = properties(in);
    String group = manifest.getProperty("Implementation-Vendor-Id", "");
    String artifact = name.matches() ? name.group(1) : "";
    String version = name.matches() ? name.group(2) : "";
    boolean agrees =
        !group.isEmpty() && group.toLowerCase(Locale.ROOT).matches("[a-z0-9_]+(\\.[a-z0-9_-]+)+");
    return agrees
        ? LanguagePackages.named("maven", group, artifact, version, location)
        : Optional.empty();
  }

  /** What one outermost file may still take. */
  private static final class Budget {
    private int entries;
    private final ByteBudget bytes = new ByteBudget(MOST_BYTES);

    void entry(String location) throws IOException {
      if (++entries > MOST_ENTRIES) {
        throw new IOException(
            location + " holds more than " + MOST_ENTRIES + " entries; the rest is not looked at");
      }
    }

    /** Counts what is unpacked, and leaves the archive open. */
    InputStream counting(InputStream in, String location) {
      return new BoundedStream(
          in,
          bytes,
          location + " unpacks to more than " + MOST_BYTES + " bytes; it is not looked at");
    }
  }
}
