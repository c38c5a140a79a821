package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.finding.FindingState;
import io.eventsec.core.vuln.finding.RiskAcceptance;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of findings. What somebody stated is passed on in their words, with its time;
 * else the state speaks: what nobody has judged is under investigation. A statement is about a
 * component wherever it is if the same is decided of it on all assets. Else it is one of the
 * component on each of them, where the format can say that, and where it cannot, it is under
 * investigation. Thread-safe.
 */
public final class FindingStatements {
  private static final int MOST_PROBLEMS = 1_000;

  /** Of one component that different things are decided of. */
  private static final int MOST_HOSTS = 10_000;

  private FindingStatements() {}

  /** Which statements name the asset that they are about. */
  public enum Hosts {
    /** None: the format cannot say it. */
    UNNAMED,
    /** Those of components of which different things are decided on different assets. */
    WHERE_THEY_DIFFER,
    /** All: the document is about some assets only. */
    ALWAYS
  }

  private record Said(VexVulnerability vulnerability, VexClaim claim, VexSource source) {}

  private record Subject(String vulnerability, VexComponent component) {}

  /**
   * A document about findings. One whose component has neither package URL nor CPE name is told as
   * a problem, the first thousand: nobody could tell what the statement is about.
   *
   * @param source who says it when, and the id of the document
   */
  public static VexDocument of(List<JudgedFinding> findings, VexSource source) {
    return ofPositions(findings.stream().map(VexPosition::of).toList(), source);
  }

  /**
   * The same of what is known of findings without their advisories.
   *
   * @param source who says it when, and the id of the document
   */
  public static VexDocument ofPositions(List<VexPosition> positions, VexSource source) {
    Gathering gathering = new Gathering(source, Hosts.UNNAMED);
    positions.forEach(gathering::add);
    return new VexDocument(source, gathering.statements(), gathering.problems);
  }

  /**
   * The same while they come, vulnerability by vulnerability: of one at a time what is different is
   * in memory. What cannot be told is left out.
   *
   * @param positions all of one vulnerability behind each other
   * @param source who says it when, and the id of the document
   * @param hosts which statements name them
   * @return of each vulnerability all statements; none if nobody could tell what they are about
   */
  public static Iterator<List<VexStatement>> byVulnerability(
      Iterator<VexPosition> positions, VexSource source, Hosts hosts) {
    return new Iterator<>() {
      private @Nullable VexPosition next = positions.hasNext() ? positions.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public List<VexStatement> next() {
        VexPosition first = next;
        if (first == null) {
          throw new NoSuchElementException();
        }
        Gathering gathering = new Gathering(source, hosts);
        VexPosition position = first;
        while (position != null
            && position.subject().vulnerability().equals(first.subject().vulnerability())) {
          gathering.add(position);
          position = positions.hasNext() ? positions.next() : null;
        }
        next = position;
        return gathering.statements();
      }
    };
  }

  /** What is said of a component: on all assets together, and on each that is known. */
  private static final class OfComponent {
    private Said together;
    private boolean differs;
    private boolean everyHostIsKnown = true;
    private final Map<VexHost, Said> onHosts = new LinkedHashMap<>();

    OfComponent(Said first) {
      together = first;
    }

    boolean isNamed(Hosts hosts) {
      return everyHostIsKnown
          && (hosts == Hosts.ALWAYS || hosts == Hosts.WHERE_THEY_DIFFER && differs);
    }
  }

  private static final class Gathering {
    private final VexSource source;
    private final Hosts hosts;
    private final Map<Subject, OfComponent> said = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    Gathering(VexSource source, Hosts hosts) {
      this.source = source;
      this.hosts = hosts;
    }

    void add(VexPosition position) {
      VexSubject subject = position.subject();
      component(subject.component())
          .ifPresentOrElse(
              component -> add(new Subject(subject.vulnerability(), component), position),
              () -> problem(subject));
    }

    private void add(Subject subject, VexPosition position) {
      Said now = said(position, source);
      OfComponent all = said.computeIfAbsent(subject, any -> new OfComponent(now));
      all.differs |= all.together.claim.status() != now.claim.status();
      all.together = together(all.together, now);
      if (hosts == Hosts.UNNAMED || !all.everyHostIsKnown) {
        return;
      }
      position.host().ifPresent(host -> all.onHosts.merge(host, now, this::together));
      if (position.host().isEmpty() || all.onHosts.size() > MOST_HOSTS) {
        all.everyHostIsKnown = false;
        all.onHosts.clear();
      }
    }

    private Said together(Said one, Said other) {
      return one.claim.status() == other.claim.status()
          ? one
          : new Said(one.vulnerability, VexClaim.of(VexStatus.UNDER_INVESTIGATION), source);
    }

    private void problem(VexSubject subject) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(
            subject.vulnerability()
                + " in '"
                + subject.component().name()
                + "': the component has no package URL and no CPE name; give it one");
      }
    }

    List<VexStatement> statements() {
      Map<Said, Set<VexProduct>> products = new LinkedHashMap<>();
      said.forEach((subject, all) -> add(products, subject.component, all));
      List<VexStatement> statements = new ArrayList<>();
      products.forEach(
          (said, of) ->
              statements.add(
                  new VexStatement(said.vulnerability, List.copyOf(of), said.claim, said.source)));
      return statements;
    }

    private void add(Map<Said, Set<VexProduct>> products, VexComponent component, OfComponent all) {
      if (all.isNamed(hosts)) {
        all.onHosts.forEach(
            (host, said) ->
                products
                    .computeIfAbsent(said, any -> new LinkedHashSet<>())
                    .add(new VexProduct(component, List.of(host.component()))));
      } else {
        products
            .computeIfAbsent(all.together, any -> new LinkedHashSet<>())
            .add(VexProduct.of(component));
      }
    }
  }

  /**
   * True if a document of ours says of a finding what would be said of it now, so that there is
   * nothing to move; one that is handed in again moves nothing that was not moved meanwhile. Under
   * investigation is then no judgement at all: it was said of what stood open and of what was in
   * review alike, since VEX has one word for both.
   *
   * @param source of the document
   * @param state where the finding stands
   * @param claim what the document says of it
   */
  public static boolean isEcho(VexSource source, FindingState state, VexClaim claim) {
    if (!source.isOurs()) {
      return false;
    }
    if (claim.status() == VexStatus.UNDER_INVESTIGATION) {
      return true;
    }
    VexClaim now = claim(state);
    return claim.status() == now.status() && claim.justification().equals(now.justification());
  }

  private static Optional<VexComponent> component(SoftwareComponent component) {
    return component
        .purl()
        .map(VexComponent::of)
        .or(() -> component.cpes().stream().findFirst().map(VexComponent::of));
  }

  private static Said said(VexPosition position, VexSource source) {
    VexSubject subject = position.subject();
    VexVulnerability vulnerability =
        new VexVulnerability(subject.vulnerability(), subject.aliases(), subject.summary());
    Optional<VexStatement> stated =
        position
            .statement()
            .filter(one -> one.claim().findingStatus() == position.state().status());
    VexClaim claim = stated.map(VexStatement::claim).orElseGet(() -> claim(position.state()));
    VexSource at =
        stated
            .flatMap(one -> one.source().time())
            .map(time -> new VexSource(source.document(), source.author(), Optional.of(time)))
            .orElse(source);
    return new Said(vulnerability, claim, at);
  }

  private static VexClaim claim(FindingState state) {
    return switch (state.status()) {
      case OPEN, IN_REVIEW -> VexClaim.of(VexStatus.UNDER_INVESTIGATION);
      case FIXED -> VexClaim.of(VexStatus.FIXED);
      case MITIGATED ->
          new VexClaim(
              VexStatus.NOT_AFFECTED,
              Optional.of(VexJustification.INLINE_MITIGATIONS_ALREADY_EXIST),
              "",
              "",
              "");
      case FALSE_POSITIVE ->
          new VexClaim(
              VexStatus.NOT_AFFECTED,
              Optional.empty(),
              "",
              "Somebody has looked at it: the component is not vulnerable",
              "");
      case ACCEPTED ->
          new VexClaim(
              VexStatus.AFFECTED,
              Optional.empty(),
              "",
              "",
              state.acceptance().map(FindingStatements::terms).orElse(""));
    };
  }

  private static String terms(RiskAcceptance acceptance) {
    return "Accepted by "
        + acceptance.owner()
        + " until "
        + acceptance.until()
        + ": "
        + acceptance.reason();
  }
}
