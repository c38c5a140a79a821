package io.eventsec.core.vuln.match;

import io.eventsec.core.Corpus;
import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.advisory.Feeds;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersionRange;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it takes to match an inventory with advisories: feeds of the corpus again and again under
 * other names until there are so many ranges, and components of those packages, half of them, with
 * versions from the feeds. Arguments: components and ranges.
 */
public final class MatchingCost {
  private static final Pattern VERSION = Pattern.compile("(?:introduced|fixed) (\\S+?)(?:,|$)");
  private static final Map<String, String> TYPES =
      Map.of(
          "PyPI", "pypi",
          "RubyGems", "gem",
          "crates.io", "cargo",
          "npm", "npm",
          "Bitnami", "bitnami",
          "NuGet", "nuget");

  private MatchingCost() {}

  /** Prints times of three runs, and the heap. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    int components = args.length > 0 ? Integer.parseInt(args[0]) : 560_000;
    int ranges = args.length > 1 ? Integer.parseInt(args[1]) : 441_000;
    // Others are not indexed, and would not count.
    List<Advisory> feeds =
        Feeds.osv().stream().filter(advisory -> !advisory.isPlainUpdate()).toList();
    long start = System.nanoTime();
    AdvisoryIndex index = AdvisoryIndex.of(grown(feeds, ranges));
    System.out.printf(
        "%,d ranges of %,d packages, made and indexed in %,d ms%n",
        index.ranges(), index.packages(), millisSince(start));
    List<SoftwareComponent> inventory = inventory(feeds, components, ranges);
    for (int turn = 0; turn < 3; turn++) {
      long[] found = new long[2];
      start = processorTime();
      index.matchAll(inventory, match -> found[match.isAffected() ? 0 : 1]++);
      System.out.printf(
          "%,d components matched in %,d ms of one processor: %,d matches, %,d undecided%n",
          inventory.size(),
          TimeUnit.NANOSECONDS.toMillis(processorTime() - start),
          found[0],
          found[1]);
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    Corpus.report("heap with both", (heap >> 20) + " MiB");
    // Held until here.
    if (index.packages() + inventory.size() == 0) {
      throw new IllegalStateException("Nothing was measured");
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static List<Advisory> grown(List<Advisory> feeds, int ranges) {
    List<Advisory> grown = new ArrayList<>();
    int count = 0;
    for (int copy = 0; count < ranges; copy++) {
      for (Advisory advisory : feeds) {
        if (count >= ranges) {
          break;
        }
        List<AffectedPackage> packages = new ArrayList<>();
        for (AffectedPackage affected : advisory.packages()) {
          packages.add(
              new AffectedPackage(
                  renamed(affected.key(), copy),
                  affected.ranges(),
                  affected.versions(),
                  affected.modules(),
                  List.of(),
                  List.of()));
          count += affected.ranges().size();
        }
        grown.add(
            new Advisory(
                advisory.id() + '-' + copy,
                advisory.source(),
                Set.of(),
                Set.of(),
                advisory.times(),
                "",
                List.of(),
                packages,
                List.of()));
      }
    }
    return grown;
  }

  private static PackageKey renamed(PackageKey key, int copy) {
    return new PackageKey(
        key.ecosystem(), key.release(), key.name() + (copy == 0 ? "" : "-" + copy));
  }

  private static List<SoftwareComponent> inventory(List<Advisory> feeds, int count, int ranges) {
    List<AffectedPackage> all =
        feeds.stream().flatMap(advisory -> advisory.packages().stream()).toList();
    int copies = Math.max(1, ranges / Math.max(1, all.size()));
    Random random = new Random(7);
    List<SoftwareComponent> inventory = new ArrayList<>(count);
    while (inventory.size() < count) {
      AffectedPackage affected = all.get(random.nextInt(all.size()));
      String suffix = random.nextBoolean() ? "-none" : "-" + (1 + random.nextInt(copies));
      purl(affected, suffix, random)
          .ifPresent(purl -> inventory.add(SoftwareComponent.of(PackageUrl.parse(purl))));
    }
    return inventory;
  }

  private static Optional<String> purl(AffectedPackage affected, String suffix, Random random) {
    PackageKey key = affected.key();
    String version = version(affected, random);
    String name = key.name() + suffix;
    String type = TYPES.get(key.ecosystem());
    if (type != null) {
      return Optional.of("pkg:" + type + '/' + name.toLowerCase(Locale.ROOT) + '@' + version);
    }
    return Optional.ofNullable(
        switch (key.ecosystem()) {
          case "Debian" ->
              "pkg:deb/debian/" + name + '@' + version + "?distro=debian-" + key.release();
          case "AlmaLinux" ->
              "pkg:rpm/almalinux/" + name + '@' + version + "?distro=almalinux-" + key.release();
          case "Go" -> "pkg:golang/" + name + "@v" + version;
          case "Maven" -> "pkg:maven/" + name.replace(':', '/') + '@' + version;
          default -> null;
        });
  }

  private static String version(AffectedPackage affected, Random random) {
    List<String> versions = new ArrayList<>(List.of("1.0.0"));
    for (VersionRange range : affected.ranges()) {
      Matcher found = VERSION.matcher(range.toString());
      while (found.find()) {
        if (!found.group(1).equals("0")) {
          versions.add(found.group(1));
        }
      }
    }
    return versions.get(random.nextInt(versions.size())).replace("+", "%2B");
  }
}
