package io.eventsec.core.vuln.advisory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.range.Comparator;
import io.eventsec.core.vuln.range.Constraint;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.VersionScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CVE items of NVD's API, version 2.0: each the {@code cve} of an element of {@code
 * vulnerabilities}, or such an element. Thread-safe.
 */
public final class NvdReader {
  /** The name of the feed. */
  public static final String SOURCE = "NVD";

  private static final String GENERIC = "generic";
  private static final Map<String, Comparator> ENDS =
      Map.of(
          "versionStartIncluding", Comparator.GREATER_OR_EQUAL,
          "versionStartExcluding", Comparator.GREATER,
          "versionEndIncluding", Comparator.LESS_OR_EQUAL,
          "versionEndExcluding", Comparator.LESS);

  /**
   * Reads one item.
   *
   * @param json one object, as UTF-8
   * @throws UnreadableAdvisoryException if it is none, or one of its criteria cannot be read
   */
  public Advisory read(byte[] json) throws UnreadableAdvisoryException {
    return read(OsvReader.object(json));
  }

  static Advisory read(JsonFields item) throws UnreadableAdvisoryException {
    JsonFields cve = item.has("cve") ? item.object("cve") : item;
    String id = cve.text("id");
    if (!id.startsWith("CVE-")) {
      throw new UnreadableAdvisoryException(
          "'" + ShownText.of(id) + "' in 'id' is no number of CVE; items of NVD have one");
    }
    Optional<Instant> modified = cve.time("lastModified").or(() -> cve.time("modified"));
    boolean rejected = cve.text("vulnStatus").equalsIgnoreCase("Rejected");
    return new Advisory(
        id,
        SOURCE,
        Set.of(),
        Set.of(),
        new AdvisoryTimes(cve.time("published"), modified, rejected ? modified : Optional.empty()),
        summary(cve),
        severities(cve),
        List.of(),
        configurations(cve));
  }

  private static String summary(JsonFields cve) {
    return cve.objects("descriptions").stream()
        .filter(one -> one.text("lang").equals("en"))
        .map(one -> ShownText.of(one.text("value")))
        .findFirst()
        .orElse("");
  }

  private static List<SeverityClaim> severities(JsonFields cve) {
    List<SeverityClaim> claims = new ArrayList<>();
    JsonFields metrics = cve.object("metrics");
    for (String kind : List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2")) {
      for (JsonFields metric : metrics.objects(kind)) {
        String vector = metric.object("cvssData").text("vectorString");
        if (!vector.isEmpty()) {
          claims.add(new SeverityClaim(metric.text("source"), vector));
        }
      }
    }
    return claims;
  }

  private static List<CpeConfiguration> configurations(JsonFields cve)
      throws UnreadableAdvisoryException {
    List<CpeConfiguration> configurations = new ArrayList<>();
    for (JsonFields one : cve.objects("configurations")) {
      List<CpeNode> nodes = new ArrayList<>();
      for (JsonFields node : one.objects("nodes")) {
        List<CpeCriteria> criteria = new ArrayList<>();
        for (JsonFields match : node.objects("cpeMatch")) {
          criteria.add(criterion(match));
        }
        nodes.add(new CpeNode(isAnd(node), node.isTrue("negate"), criteria));
      }
      configurations.add(new CpeConfiguration(isAnd(one), one.isTrue("negate"), nodes));
    }
    return configurations;
  }

  private static boolean isAnd(JsonFields of) {
    return of.text("operator").equals("AND");
  }

  /**
   * A criterion: a name, and ends of versions beside it. Other readers of configurations use it
   * too.
   *
   * @throws UnreadableAdvisoryException if the name or an end cannot be read
   */
  static CpeCriteria criterion(JsonFields match) throws UnreadableAdvisoryException {
    try {
      List<Constraint> constraints = new ArrayList<>();
      for (Map.Entry<String, Comparator> end : ENDS.entrySet()) {
        if (match.has(end.getKey())) {
          constraints.add(
              new Constraint(
                  end.getValue(), VersionScheme.GENERIC.parse(match.text(end.getKey()))));
        }
      }
      CpeName name = CpeName.parse(match.text("criteria"));
      boolean open = name.value(CpeAttribute.VERSION).isAny() && !constraints.isEmpty();
      return new CpeCriteria(
          name,
          open
              ? Optional.of(new VersRange(GENERIC, VersionScheme.GENERIC, constraints))
              : Optional.empty(),
          match.isTrue("vulnerable"));
    } catch (UnreadableVersionException | IllegalArgumentException e) {
      throw new UnreadableAdvisoryException(String.valueOf(e.getMessage()), e);
    }
  }
}
