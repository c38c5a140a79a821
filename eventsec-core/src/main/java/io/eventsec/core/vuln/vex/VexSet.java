package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Statements, and which of them counts for a finding: one that is about the vulnerability and the
 * component, within products that are at hand. The latest counts; of those of one time the one with
 * the more particular product, and then the more careful one. What is said of a product without the
 * component counts for nothing. Immutable and thread-safe.
 */
public final class VexSet {
  private static final int OF_PRODUCT = 50;

  private final Map<String, ProductIndex> byVulnerability = new HashMap<>();

  private VexSet() {}

  /** A set of statements, of one document or of many. */
  public static VexSet of(Collection<VexStatement> statements) {
    VexSet set = new VexSet();
    for (VexStatement statement : statements) {
      for (String key : statement.vulnerability().keys()) {
        set.byVulnerability.computeIfAbsent(key, any -> new ProductIndex()).add(statement);
      }
    }
    return set;
  }

  /** A statement that is about a finding, and how particular its product is. */
  private record Candidate(VexStatement statement, int particularity) {
    private static final Comparator<Candidate> BY_WEIGHT =
        Comparator.comparing(Candidate::time)
            .thenComparing(Candidate::particularity)
            .thenComparing(candidate -> candidate.statement.claim().status().caution());

    private Instant time() {
      return statement.source().time().orElse(Instant.MIN);
    }
  }

  /**
   * What the statements make of findings: each of them, in the same order.
   *
   * @param inventory that the findings are in
   */
  public List<JudgedFinding> judge(
      Collection<VulnerabilityFinding> findings, SoftwareInventory inventory) {
    ProductsAtHand products = new ProductsAtHand(inventory);
    List<JudgedFinding> judged = new ArrayList<>();
    for (VulnerabilityFinding finding : findings) {
      judged.add(
          counting(VexSubject.of(finding), products, any -> {})
              .map(statement -> JudgedFinding.by(statement, finding))
              .orElseGet(() -> JudgedFinding.open(finding)));
    }
    return judged;
  }

  /**
   * Which statement counts for each of some subjects, in the same order.
   *
   * @param inventory that the subjects are in
   * @param about told of each statement that is about one of them, whether it counts or not
   */
  public List<Optional<VexStatement>> counting(
      Collection<VexSubject> subjects, SoftwareInventory inventory, Consumer<VexStatement> about) {
    ProductsAtHand products = new ProductsAtHand(inventory);
    return subjects.stream().map(subject -> counting(subject, products, about)).toList();
  }

  /** All names, as keys, by which the statements call vulnerabilities. */
  public Set<String> vulnerabilities() {
    return Set.copyOf(byVulnerability.keySet());
  }

  private Optional<VexStatement> counting(
      VexSubject subject, ProductsAtHand products, Consumer<VexStatement> about) {
    String main = VexVulnerability.key(subject.vulnerability());
    Set<String> keys = subject.keys();
    return keys.stream()
        .flatMap(key -> Optional.ofNullable(byVulnerability.get(key)).stream())
        .flatMap(index -> index.about(subject.component()))
        .filter(said -> said.statement().vulnerability().isMeantBy(main, keys))
        .map(said -> candidate(said, subject.component(), products))
        .filter(candidate -> candidate.particularity() != ComponentMatch.NONE)
        .peek(candidate -> about.accept(candidate.statement()))
        .max(Candidate.BY_WEIGHT)
        .map(Candidate::statement);
  }

  private static Candidate candidate(
      ProductIndex.Said said, SoftwareComponent installed, ProductsAtHand products) {
    VexProduct product = said.product();
    int component = ComponentMatch.of(product.component(), installed);
    boolean counts =
        component != ComponentMatch.NONE && product.within().stream().allMatch(products::has);
    return new Candidate(
        said.statement(),
        counts ? component + OF_PRODUCT * product.within().size() : ComponentMatch.NONE);
  }
}
