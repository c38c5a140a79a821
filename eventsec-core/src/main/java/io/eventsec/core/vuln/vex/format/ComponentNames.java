package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.vex.VexComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The names of a component while they are read. One that cannot be read is told and left out; a
 * range that cannot be read leaves out the component, which would mean any version without it. Not
 * thread-safe.
 */
final class ComponentNames {
  /** Of a package URL: a range of versions in the place of a version. */
  private static final String VERS = "vers";

  private static final int MOST = 1_000;
  private static final int LONGEST_ID = 1_000;
  private static final Pattern ALGORITHM = Pattern.compile("[a-z0-9/_.]{1,32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,128}");

  private final Consumer<String> problems;
  private String id = "";
  private final List<PackageUrl> purls = new ArrayList<>();
  private final List<CpeName> cpes = new ArrayList<>();
  private final Map<String, String> hashes = new TreeMap<>();
  private final List<String> versions = new ArrayList<>();
  private final List<VersRange> ranges = new ArrayList<>();
  private boolean broken;

  ComponentNames(Consumer<String> problems) {
    this.problems = problems;
  }

  /** A package URL, a CPE name, or another id. */
  ComponentNames name(String text) {
    if (text.startsWith("pkg:")) {
      return purl(text);
    }
    if (text.startsWith("cpe:")) {
      return cpe(text);
    }
    return id(text);
  }

  /**
   * What people call it. Some write the package URL there and nowhere else; of what has one, or a
   * CPE name, a name is a name, whatever it looks like.
   */
  ComponentNames called(String text) {
    return purls.isEmpty() && cpes.isEmpty() ? name(text) : id(text);
  }

  private ComponentNames id(String text) {
    if (id.isEmpty() && text.length() <= LONGEST_ID) {
      id = ShownText.of(text, LONGEST_ID);
    }
    return this;
  }

  ComponentNames purl(String text) {
    if (text.isEmpty() || purls.size() == MOST) {
      return this;
    }
    try {
      PackageUrl purl = PackageUrl.parse(text);
      Optional<String> range = purl.qualifier(VERS);
      if (range.isPresent()) {
        range(range.get());
        Map<String, String> others = new HashMap<>(purl.qualifiers());
        others.remove(VERS);
        purl =
            new PackageUrl(purl.type(), purl.namespace(), purl.name(), "", others, purl.subpath());
      }
      if (!purls.contains(purl)) {
        purls.add(purl);
      }
    } catch (IllegalArgumentException e) {
      tell(e);
    }
    return this;
  }

  ComponentNames cpe(String text) {
    if (text.isEmpty() || cpes.size() == MOST) {
      return this;
    }
    try {
      CpeName cpe = CpeName.parse(text);
      if (!cpes.contains(cpe)) {
        cpes.add(cpe);
      }
    } catch (IllegalArgumentException e) {
      tell(e);
    }
    return this;
  }

  /**
   * A hash of its file.
   *
   * @param algorithm {@code sha-256}, {@code SHA-256} or {@code sha256}
   */
  ComponentNames hash(String algorithm, String value) {
    String digits = value.toLowerCase(Locale.ROOT);
    String name = algorithm.toLowerCase(Locale.ROOT).replace("-", "");
    if (!ALGORITHM.matcher(name).matches()) {
      problems.accept(
          "'"
              + ShownText.of(algorithm)
              + "' is the name of no hash; write it like SHA-256, with at most 32 letters and digits");
    } else if (!HASH.matcher(digits).matches()) {
      problems.accept(
          "'" + ShownText.of(value) + "' is no hash; write 32 to 128 hexadecimal digits");
    } else if (hashes.size() < MOST) {
      hashes.put(name, digits);
    }
    return this;
  }

  ComponentNames version(String version) {
    if (!version.isBlank() && versions.size() < MOST) {
      versions.add(ShownText.of(version.strip(), LONGEST_ID));
    }
    return this;
  }

  ComponentNames range(String text) {
    try {
      if (ranges.size() < MOST) {
        ranges.add(VersRange.parse(text));
      }
    } catch (IllegalArgumentException e) {
      problems.accept("the range '" + ShownText.of(text) + "': " + e.getMessage());
      broken = true;
    }
    return this;
  }

  private void tell(IllegalArgumentException e) {
    problems.accept(String.valueOf(e.getMessage()));
  }

  /** True if one of its package URLs names a version. */
  boolean hasVersion() {
    return purls.stream().anyMatch(purl -> !purl.version().isEmpty()) || !ranges.isEmpty();
  }

  /** The component; empty if nothing names it, or not as it was meant. */
  Optional<VexComponent> component() {
    boolean named = !purls.isEmpty() || !cpes.isEmpty() || !hashes.isEmpty();
    if (broken || !named && id.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new VexComponent(named ? "" : id, purls, cpes, hashes, versions, ranges));
  }
}
