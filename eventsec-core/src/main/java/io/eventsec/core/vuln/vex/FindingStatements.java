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
 * component wherever it is; so what was decided of it on one asset is stated only if it is decided
 * so on all of them, and is under investigation else. Thread-safe.
 */
public final class FindingStatements {
  private static final int MOST_PROBLEMS = 1_000;

  private FindingStatements() {}

  private record Said(VexVulnerability vulnerability, VexClaim claim, VexSource source) {}

  private record Subject(String vulnerability, VexProduct product) {}

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
    Gathering gathering = new Gathering(source);
    positions.forEach(gathering::add);
    return new VexDocument(source, gathering.statements(), gathering.problems);
  }

  /**
   * The same while they come, vulnerability by vulnerability: of one at a time what is different is
   * in memory. What cannot be told is left out.
   *
   * @param positions all of one vulnerability behind each other
   * @param source who says it when, and the id of the document
   * @return of each vulnerability all statements; none if nobody could tell what they are about
   */
  public static Iterator<List<VexStatement>> byVulnerability(
      Iterator<VexPosition> positions, VexSource source) {
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
        Gathering gathering = new Gathering(source);
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

  private static final class Gathering {
    private final VexSource source;
    private final Map<Subject, Said> said = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    Gathering(VexSource source) {
      this.source = source;
    }

    void add(VexPosition position) {
      VexSubject subject = position.subject();
      component(subject.component())
          .ifPresentOrElse(
              component ->
                  said.merge(
                      new Subject(subject.vulnerability(), VexProduct.of(component)),
                      said(position, source),
                      this::together),
              () -> problem(subject));
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
      said.forEach(
          (subject, of) ->
              products.computeIfAbsent(of, any -> new LinkedHashSet<>()).add(subject.product));
      List<VexStatement> statements = new ArrayList<>();
      products.forEach(
          (said, of) ->
              statements.add(
                  new VexStatement(said.vulnerability, List.copyOf(of), said.claim, said.source)));
      return statements;
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
