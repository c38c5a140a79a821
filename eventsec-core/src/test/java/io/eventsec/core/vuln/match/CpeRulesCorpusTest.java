package io.eventsec.core.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.advisory.CpeConfiguration;
import io.eventsec.core.vuln.advisory.CpeCriteria;
import io.eventsec.core.vuln.advisory.CpeNode;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.range.Comparator;
import io.eventsec.core.vuln.range.Constraint;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.version.VersionScheme;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CpeRulesCorpusTest {
  private static final Map<String, Comparator> ENDS =
      Map.of(
          "StartIncluding", Comparator.GREATER_OR_EQUAL,
          "StartExcluding", Comparator.GREATER,
          "EndIncluding", Comparator.LESS_OR_EQUAL,
          "EndExcluding", Comparator.LESS);

  /**
   * A pattern of a criterion covers what it describes (NISTIR 7696, table 6-2, row 15). The list
   * has it otherwise because the matcher that it was made for looks names up before it compares
   * them.
   */
  private static final Set<String> COVERED =
      Set.of(
          "cpe:2.3:a:ven*:product:1.0.0:update:edition:lang:swEdition:targetSw:targetHw:other",
          "cpe:2.3:a:vendor:pro*:1.0.0:update:edition:lang:swEdition:targetSw:targetHw:other");

  @Test
  void rules_matchAsListed() throws Exception {
    String list =
        Files.readString(Corpus.file("vulns/match-rules/dependency-track-CpeMatchingTest.json"));
    JsonFields rules =
        new JsonFields(
            PlainJsonReader.object(("{\"rules\":" + list + "}").getBytes("UTF-8")).orElseThrow());
    List<String> wrong = new ArrayList<>();
    List<JsonFields> all = rules.objects("rules");
    for (JsonFields rule : all) {
      boolean covered =
          COVERED.contains(rule.text("source"))
              && rule.text("target").startsWith("cpe:2.3:a:vendor:product:1.0.0:");
      if (isMet(rule) != (rule.isTrue("match") || covered)) {
        wrong.add(rule.values().toString());
      }
    }
    Corpus.report("CPE match rules", all.size() - wrong.size() + " of " + all.size());
    assertThat(wrong).isEmpty();
  }

  private static boolean isMet(JsonFields rule) throws Exception {
    List<Constraint> ends = new ArrayList<>();
    for (Map.Entry<String, Comparator> end : ENDS.entrySet()) {
      String version = rule.object("range").text(end.getKey());
      if (!version.isEmpty()) {
        ends.add(new Constraint(end.getValue(), VersionScheme.GENERIC.parse(version)));
      }
    }
    CpeCriteria criterion =
        new CpeCriteria(
            CpeName.parse(rule.text("source")),
            ends.isEmpty()
                ? Optional.empty()
                : Optional.of(new VersRange("generic", VersionScheme.GENERIC, ends)),
            true);
    CpeConfiguration configuration =
        new CpeConfiguration(false, false, List.of(new CpeNode(false, false, List.of(criterion))));
    CpeName target = CpeName.parse(rule.text("target"));
    return CpeEvaluation.holds(configuration, List.of(target))
        && CpeEvaluation.met(configuration, SoftwareComponent.of(target)).isPresent();
  }
}
