package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.CpeConfiguration;
import io.eventsec.core.vuln.advisory.CpeCriteria;
import io.eventsec.core.vuln.advisory.CpeNode;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.cpe.CpeRelation;
import io.eventsec.core.vuln.cpe.CpeValue;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.List;
import java.util.Optional;

/** Evaluates configurations of NVD as its API (version 2.0) describes them. */
final class CpeEvaluation {
  private CpeEvaluation() {}

  /** True if the configuration holds where those names are. */
  static boolean holds(CpeConfiguration configuration, List<CpeName> there) {
    boolean held =
        configuration.all()
            ? configuration.nodes().stream().allMatch(node -> holds(node, there))
            : configuration.nodes().stream().anyMatch(node -> holds(node, there));
    return held != configuration.negate();
  }

  private static boolean holds(CpeNode node, List<CpeName> there) {
    boolean held =
        node.all()
            ? node.criteria().stream().allMatch(criterion -> isMet(criterion, there))
            : node.criteria().stream().anyMatch(criterion -> isMet(criterion, there));
    return held != node.negate();
  }

  private static boolean isMet(CpeCriteria criterion, List<CpeName> there) {
    return there.stream().anyMatch(name -> isMet(criterion, name));
  }

  /** Which of the vulnerable criteria a component meets, or may meet. */
  static Optional<MatchReason> met(CpeConfiguration configuration, SoftwareComponent component) {
    Optional<MatchReason> undecided = Optional.empty();
    for (CpeNode node : configuration.nodes()) {
      for (CpeCriteria criterion : node.negate() ? List.<CpeCriteria>of() : node.criteria()) {
        for (CpeName name : component.cpes()) {
          if (!criterion.vulnerable() || !isMet(criterion, name)) {
            continue;
          }
          if (isDecided(criterion, name)) {
            return Optional.of(
                new MatchReason.ByCpe(name.toString(), text(criterion), end(criterion, name)));
          }
          undecided = Optional.of(undecided(criterion, name));
        }
      }
    }
    return undecided;
  }

  private static Optional<String> end(CpeCriteria criterion, CpeName name) {
    return criterion
        .range()
        .flatMap(
            range -> generic(name.value(CpeAttribute.VERSION).text()).flatMap(range::endBehind))
        .map(Version::text);
  }

  private static Optional<Version> generic(String version) {
    try {
      return Optional.of(VersionScheme.GENERIC.parse(version));
    } catch (UnreadableVersionException e) {
      return Optional.empty();
    }
  }

  private static boolean isDecided(CpeCriteria criterion, CpeName name) {
    boolean anyVersion =
        criterion.range().isEmpty() && criterion.name().value(CpeAttribute.VERSION).isAny();
    return anyVersion || !isUnknown(criterion, name);
  }

  private static MatchReason undecided(CpeCriteria criterion, CpeName name) {
    return new MatchReason.Undecided(
        new PackageKey("CPE", "", name.toString()),
        "",
        "the name gives no version, which " + text(criterion) + " depends on");
  }

  private static String text(CpeCriteria criterion) {
    return criterion.range().isEmpty()
        ? criterion.name().toString()
        : criterion.name() + " " + criterion.range().get();
  }

  /**
   * True if a name meets a criterion, or may: no attribute of one excludes the other's (NISTIR
   * 7696), and its version is in the range if it has one. What a component leaves open, inventories
   * do not know; a name that leaves the product open says nothing, and meets nothing.
   */
  static boolean isMet(CpeCriteria criterion, CpeName name) {
    if (isOpen(name, CpeAttribute.PRODUCT) || haveNothingInCommon(criterion, name)) {
      return false;
    }
    for (CpeAttribute attribute : CpeAttribute.values()) {
      CpeValue value = name.value(attribute);
      boolean unknown = attribute == CpeAttribute.VERSION && isUnknown(criterion, name);
      if (!unknown && excludes(criterion.name().value(attribute), value)) {
        return false;
      }
    }
    CpeValue version = name.value(CpeAttribute.VERSION);
    return criterion.range().isEmpty()
        || isUnknown(criterion, name)
        || isIn(criterion.range().get(), version.text());
  }

  private static boolean isOpen(CpeName name, CpeAttribute attribute) {
    return name.value(attribute).isAny() || name.value(attribute).isNa();
  }

  /** One leaves the product open, the other the vendor. */
  private static boolean haveNothingInCommon(CpeCriteria criterion, CpeName name) {
    return criterion.name().value(CpeAttribute.PRODUCT).isAny()
        && name.value(CpeAttribute.VENDOR).isAny();
  }

  /** A range can do nothing with an inventory that writes {@code -} for a version either. */
  private static boolean isUnknown(CpeCriteria criterion, CpeName name) {
    CpeValue version = name.value(CpeAttribute.VERSION);
    return version.isAny() || version.isNa() && criterion.range().isPresent();
  }

  /** Of two patterns nobody can say whether they exclude each other; equal ones do not. */
  private static boolean excludes(CpeValue criterion, CpeValue value) {
    CpeRelation relation = criterion.relationTo(value);
    return relation == CpeRelation.DISJOINT
        || relation == CpeRelation.UNDEFINED && !criterion.isAny() && !criterion.equals(value);
  }

  private static boolean isIn(VersRange range, String version) {
    return generic(version).filter(range::contains).isPresent();
  }
}
