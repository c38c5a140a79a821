package io.eventsec.core.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AdvisoryTimes;
import io.eventsec.core.vuln.advisory.CpeConfiguration;
import io.eventsec.core.vuln.advisory.CpeCriteria;
import io.eventsec.core.vuln.advisory.CpeNode;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pairs of a package URL and a CPE name that scanners which guess have taken for each other. */
class CpeAssociationCorpusTest {
  private static final Pattern SYNTAX = Pattern.compile("[\\[\\](){}|+*?\\\\^$]");

  @Test
  void packages_areNotTakenForProductsOfSimilarNames() throws Exception {
    String list =
        Files.readString(Corpus.file("vulns/cpe/dependencycheck-negative.json"))
            .replace("\uFEFF", "");
    JsonFields all =
        new JsonFields(
            PlainJsonReader.object(("{\"pairs\":" + list + "}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    List<String> wrong = new ArrayList<>();
    int pairs = 0;
    for (JsonFields entry : all.objects("pairs")) {
      Optional<PackageUrl> purl = plain(entry.text("purl")).flatMap(CpeAssociationCorpusTest::purl);
      for (String expression : purl.isPresent() ? entry.texts("cpe") : List.<String>of()) {
        Optional<CpeName> product = plain(expression).map(CpeName::parse);
        if (product.isPresent()) {
          pairs++;
          if (isTakenFor(purl.get(), product.get())) {
            wrong.add(purl.get() + " " + product.get());
          }
        }
      }
    }
    Corpus.report("forbidden associations", wrong.size() + " of " + pairs);
    assertThat(pairs).isGreaterThan(600);
    assertThat(wrong).isEmpty();
  }

  private static Advisory about(CpeName product) {
    CpeCriteria criterion = new CpeCriteria(product, Optional.empty(), true);
    CpeNode node = new CpeNode(false, false, List.of(criterion));
    return new Advisory(
        "CVE-2026-1",
        "NVD",
        Set.of(),
        Set.of(),
        AdvisoryTimes.UNKNOWN,
        "",
        List.of(),
        List.of(),
        List.of(new CpeConfiguration(false, false, List.of(node))));
  }

  private static boolean isTakenFor(PackageUrl purl, CpeName product) {
    AdvisoryIndex index = AdvisoryIndex.of(List.of(about(product)));
    // What names a maker alone is about no product that could be installed.
    if (!CpeIndex.product(product).equals(CpeIndex.ANY)) {
      assertThat(index.match(List.of(SoftwareComponent.of(product))))
          .as("the advisory is about " + product)
          .isNotEmpty();
    }
    return !index.match(List.of(SoftwareComponent.of(purl))).isEmpty();
  }

  /** Some are written as no package URL may be. */
  private static Optional<PackageUrl> purl(String text) {
    try {
      return Optional.of(PackageUrl.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A name that the expression describes; empty if that is not plain from it. */
  private static Optional<String> plain(String expression) {
    String plain =
        expression
            .replaceAll("^\\^|\\$$", "")
            .replaceAll("@\\.\\*$", "@1")
            .replaceAll("\\.\\*$", "")
            .replaceAll("\\\\(.)", "$1");
    return SYNTAX.matcher(plain).find() ? Optional.empty() : Optional.of(plain);
  }
}
