package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersRange;
import java.util.List;
import java.util.Map;

/**
 * A piece of software by the names that a document gives it; each of them means it. Immutable and
 * thread-safe.
 *
 * @param id how the document calls it where it has no other name; else empty
 * @param purls package URLs; one without a version means any, unless versions or ranges are given
 * @param cpes names of CPE; the same holds of their versions
 * @param hashes of its file, in lower case hexadecimal digits, by algorithms in lower case without
 *     dashes: {@code sha256}
 * @param versions that are meant, as they are written, instead of those in the names
 * @param ranges of versions that are meant besides
 */
public record VexComponent(
    String id,
    List<PackageUrl> purls,
    List<CpeName> cpes,
    Map<String, String> hashes,
    List<String> versions,
    List<VersRange> ranges) {
  /** Copies the collections. */
  public VexComponent {
    purls = List.copyOf(purls);
    cpes = List.copyOf(cpes);
    hashes = Map.copyOf(hashes);
    versions = List.copyOf(versions);
    ranges = List.copyOf(ranges);
  }

  /** One of which nothing but the package URL is known. */
  public static VexComponent of(PackageUrl purl) {
    return new VexComponent("", List.of(purl), List.of(), Map.of(), List.of(), List.of());
  }

  /** One of which nothing but the CPE name is known. */
  public static VexComponent of(CpeName cpe) {
    return new VexComponent("", List.of(), List.of(cpe), Map.of(), List.of(), List.of());
  }

  /** The same in those versions. */
  public VexComponent in(List<String> otherVersions, List<VersRange> otherRanges) {
    return new VexComponent(id, purls, cpes, hashes, otherVersions, otherRanges);
  }

  /** True if versions or ranges stand beside the names, and before what those say. */
  public boolean hasVersions() {
    return !versions.isEmpty() || !ranges.isEmpty();
  }

  /** Its first package URL, else its first CPE name, else its first hash, else its id. */
  public String label() {
    if (!purls.isEmpty()) {
      return purls.get(0).toString();
    }
    if (!cpes.isEmpty()) {
      return cpes.get(0).toString();
    }
    return hashes.entrySet().stream()
        .map(hash -> hash.getKey() + ':' + hash.getValue())
        .sorted()
        .findFirst()
        .orElse(id);
  }
}
