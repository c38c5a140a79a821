package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.vex.FindingStatements;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexPosition;
import io.eventsec.core.vuln.vex.VexSet;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexWriter;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.VexFinding;
import io.eventsec.persistence.vulnerability.VexFindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Applies statements of VEX to findings, and makes statements of findings. */
@ApplicationScoped
public class VexService {
  /** How many assets a call looks at. */
  static final int MOST_ASSETS = 1_000;

  /** How many findings an export has. */
  static final int MOST_EXPORTED = 20_000;

  private static final int AT_ONCE = 1_000;
  private static final int LONGEST_REASON = 4_000;
  private static final int LONGEST_SOURCE = 500;

  @Inject VexFindings findings;
  @Inject VexMoves moves;

  /**
   * Moves the user's tenant's findings to where the statements that count put them. Each asset is a
   * transaction of its own; applied again, a document changes nothing.
   *
   * @param after assets behind that one; empty to begin
   */
  VexJson apply(UserAccount user, VexDocument document, Optional<UUID> after) {
    VexSet set = VexSet.of(document.statements());
    VexFindings.Names names = findings.names(set.vulnerabilities());
    List<UUID> assets = findings.assets(user.tenant(), names, after, MOST_ASSETS + 1);
    Application application = new Application(user, document, set, names);
    assets.stream().limit(MOST_ASSETS).forEach(application::asset);
    moves.note(document, application.tally.moved());
    return application.tally.json(
        assets.size() > MOST_ASSETS
            ? Optional.of(assets.get(MOST_ASSETS - 1).toString())
            : Optional.empty());
  }

  private final class Application {
    private final UserAccount user;
    private final VexDocument document;
    private final VexSet set;
    private final VexFindings.Names names;
    private final boolean ofProducts;
    private final VexTally tally;

    Application(UserAccount user, VexDocument document, VexSet set, VexFindings.Names names) {
      this.user = user;
      this.document = document;
      this.set = set;
      this.names = names;
      this.ofProducts =
          document.statements().stream()
              .flatMap(statement -> statement.products().stream())
              .anyMatch(product -> !product.within().isEmpty());
      this.tally = new VexTally(document);
    }

    void asset(UUID id) {
      AssetRef asset = new AssetRef(user.tenant(), id);
      List<VexFinding> all = findings.ofAsset(asset, names);
      List<Optional<VexStatement>> counting =
          set.counting(
              all.stream().map(one -> one.position().subject()).toList(),
              inventory(asset, all),
              tally::matched);
      tally.asset();
      Map<FindingMove.Target, List<VexFinding>> targets = new LinkedHashMap<>();
      for (int i = 0; i < all.size(); i++) {
        VexFinding finding = all.get(i);
        counting.get(i).ifPresent(statement -> look(finding, statement.claim(), targets));
      }
      move(targets);
    }

    /** What is installed matters only where a statement is about products that have components. */
    private SoftwareInventory inventory(AssetRef asset, List<VexFinding> all) {
      List<SoftwareComponent> components =
          ofProducts
              ? findings.installed(asset)
              : all.stream().map(one -> one.position().subject().component()).toList();
      return new SoftwareInventory("", Optional.empty(), components, List.of());
    }

    private void look(
        VexFinding finding, VexClaim claim, Map<FindingMove.Target, List<VexFinding>> targets) {
      FindingStatus from = finding.position().state().status();
      FindingStatus to = claim.findingStatus();
      boolean open = to == FindingStatus.OPEN && from == FindingStatus.IN_REVIEW;
      boolean echo = FindingStatements.isEcho(document.source(), finding.position().state(), claim);
      if (from == to || open || echo) {
        tally.unchanged();
      } else if (from == FindingStatus.ACCEPTED && isWaiting(to)) {
        tally.refused(
            finding,
            to,
            "Somebody answers for living with it; a document does not take that back.");
      } else {
        targets.computeIfAbsent(target(claim), any -> new ArrayList<>()).add(finding);
      }
    }

    private static boolean isWaiting(FindingStatus to) {
      return to == FindingStatus.OPEN || to == FindingStatus.IN_REVIEW;
    }

    private static FindingMove.Target target(VexClaim claim) {
      String reason =
          claim.reason().isBlank() ? "VEX says " + claim.status().label() : claim.reason();
      FindingStatus to = claim.findingStatus();
      return new FindingMove.Target(
          to,
          cut(reason, LONGEST_REASON),
          to == FindingStatus.FALSE_POSITIVE ? claim.justification() : Optional.empty(),
          Optional.empty());
    }

    private void move(Map<FindingMove.Target, List<VexFinding>> targets) {
      List<FindingMove> all = new ArrayList<>();
      Map<Long, VexFinding> byId = new LinkedHashMap<>();
      targets.forEach(
          (target, of) -> {
            of.forEach(finding -> byId.put(finding.id(), finding));
            for (int from = 0; from < of.size(); from += FindingMove.MOST) {
              all.add(move(target, of.subList(from, Math.min(of.size(), from + FindingMove.MOST))));
            }
          });
      if (all.isEmpty()) {
        return;
      }
      Map<Long, FindingMove.Target> asked = new LinkedHashMap<>();
      all.forEach(one -> one.findings().keySet().forEach(id -> asked.put(id, one.target())));
      for (FindingMoveResult result : moves.move(all)) {
        VexFinding finding = byId.get(result.id());
        FindingMove.Target target = asked.get(result.id());
        if (finding != null && target != null) {
          tally.moved(target, result, finding);
        }
      }
    }

    private FindingMove move(FindingMove.Target target, List<VexFinding> some) {
      Map<Long, OptionalInt> seen = new LinkedHashMap<>();
      some.forEach(finding -> seen.put(finding.id(), OptionalInt.of(finding.revision())));
      return new FindingMove(user.tenant(), user.id(), seen, target, source());
    }

    private String source() {
      String id = document.source().document();
      return id.isBlank() ? "VEX" : cut(id, LONGEST_SOURCE);
    }
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + '…';
  }

  /**
   * The findings that are not fixed, as a document.
   *
   * @param filter those that it means only
   * @return JSON
   * @throws ProblemException 422 if there are too many, or the format cannot say them
   */
  String export(UserAccount user, FindingFilter filter, VexFormat format) {
    VexSource source =
        new VexSource(
            "urn:uuid:" + UUID.randomUUID(),
            VexSource.OURS,
            Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    VexDocument document = FindingStatements.ofPositions(positions(user.tenant(), filter), source);
    try {
      return new VexWriter().write(document, format, "the assets of " + user.tenant().id());
    } catch (IllegalArgumentException e) {
      throw Values.invalid(
          "format",
          Values.name(format),
          "cannot say this: " + Values.shown(String.valueOf(e.getMessage())),
          "Ask for another format.");
    } catch (IOException e) {
      throw new IllegalStateException("A string cannot fail", e);
    }
  }

  private List<VexPosition> positions(Tenant tenant, FindingFilter filter) {
    List<VexPosition> positions = new ArrayList<>();
    long last = 0;
    List<VexFinding> some = findings.all(tenant, filter, last, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(finding -> positions.add(finding.position()));
      if (positions.size() > MOST_EXPORTED) {
        throw new ProblemException(
            ProblemKind.INVALID,
            "There are more than "
                + MOST_EXPORTED
                + " findings, which is what a document may have. Ask for fewer: of one asset, or of"
                + " some statuses.");
      }
      last = some.get(some.size() - 1).id();
      some = findings.all(tenant, filter, last, AT_ONCE);
    }
    return positions;
  }
}
