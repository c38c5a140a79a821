package io.eventsec.app.api;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.vex.FindingStatements;
import io.eventsec.core.vuln.vex.FindingStatements.Hosts;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexHost;
import io.eventsec.core.vuln.vex.VexSet;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.VexFinding;
import io.eventsec.persistence.vulnerability.VexFindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
      return new SoftwareInventory(VexHost.id(asset.id()), Optional.empty(), components, List.of());
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
   * The findings that are not fixed, as a document that is made while it is written, page by page:
   * each finding as it is when its page is read.
   *
   * @param filter those that it means only
   */
  VexExport export(UserAccount user, FindingFilter filter, VexFormat format) {
    VexPages positions = new VexPages(findings, user.tenant(), filter);
    return new VexExport(
        filter.asset().isPresent()
            ? positions.host().orElse("an asset")
            : "the assets of " + user.tenant().id(),
        positions,
        format,
        hosts(filter, format));
  }

  /** Of one asset nothing is said of the component wherever it is. CycloneDX is about one. */
  private static Hosts hosts(FindingFilter filter, VexFormat format) {
    if (format == VexFormat.CYCLONEDX) {
      return Hosts.UNNAMED;
    }
    return filter.asset().isPresent() ? Hosts.ALWAYS : Hosts.WHERE_THEY_DIFFER;
  }
}
