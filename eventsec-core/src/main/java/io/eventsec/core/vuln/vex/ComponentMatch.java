package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.cpe.CpeRelation;
import io.eventsec.core.vuln.cpe.CpeValue;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a document names is a component that is there, and how particular the name is: the
 * more it says, the higher the number; 0 if it is another. Package URLs decide where both have
 * some, because CPE names are the coarser ones; then CPE names, then hashes.
 */
final class ComponentMatch {
  /** It is another component. */
  static final int NONE = 0;

  private static final int OF_HASH = 10_000;
  private static final int OF_ATTRIBUTE = 10;

  private ComponentMatch() {}

  static int of(VexComponent said, SoftwareComponent there) {
    int byHash = byHash(said, there);
    if (byHash != NONE) {
      return byHash;
    }
    if (!said.purls().isEmpty() && there.purl().isPresent()) {
      return said.purls().stream()
          .mapToInt(purl -> PurlMatch.of(purl, said, there, there.purl().get()))
          .max()
          .orElse(NONE);
    }
    int best = NONE;
    for (CpeName name : said.cpes()) {
      for (CpeName own : there.cpes()) {
        best = Math.max(best, byCpe(name, said, own));
      }
    }
    return best;
  }

  private static int byCpe(CpeName name, VexComponent said, CpeName own) {
    CpeName compared = said.hasVersions() ? ofAnyVersion(name) : name;
    CpeRelation relation = compared.relationTo(own);
    if (relation != CpeRelation.EQUAL && relation != CpeRelation.SUPERSET) {
      return NONE;
    }
    // The relation has compared the version in the name already.
    int version =
        VersionMatch.of(
            said,
            said.hasVersions() ? "" : exactVersion(name),
            own.value(CpeAttribute.VERSION).text(),
            Optional.of(VersionScheme.GENERIC));
    if (version == VersionMatch.NONE) {
      return NONE;
    }
    long attributes = compared.values().stream().filter(value -> !value.isAny()).count();
    return version + OF_ATTRIBUTE * (int) attributes;
  }

  private static String exactVersion(CpeName name) {
    CpeValue version = name.value(CpeAttribute.VERSION);
    return version.hasWildcards() ? "" : version.text();
  }

  private static CpeName ofAnyVersion(CpeName name) {
    List<CpeValue> values = new ArrayList<>(name.values());
    values.set(CpeAttribute.VERSION.ordinal(), CpeValue.ANY);
    return new CpeName(values);
  }

  /** Components have hashes in their package URLs: {@code checksum}, or an image's version. */
  private static int byHash(VexComponent said, SoftwareComponent there) {
    if (said.hashes().isEmpty() || there.purl().isEmpty()) {
      return NONE;
    }
    String checksums = there.purl().get().qualifier("checksum").orElse("");
    if (there.purl().get().type().equals("oci")) {
      checksums = checksums + ',' + there.purl().get().version();
    }
    for (String checksum : checksums.toLowerCase(Locale.ROOT).split(",", -1)) {
      int colon = checksum.indexOf(':');
      if (colon > 0 && isOneOf(said.hashes(), checksum, colon)) {
        return OF_HASH;
      }
    }
    return NONE;
  }

  private static boolean isOneOf(Map<String, String> hashes, String checksum, int colon) {
    return checksum.substring(colon + 1).equals(hashes.get(checksum.substring(0, colon)));
  }
}
