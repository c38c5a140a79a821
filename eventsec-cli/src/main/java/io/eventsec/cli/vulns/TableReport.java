package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.risk.RiskFacts;
import io.eventsec.core.vuln.vex.JudgedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Findings for people: columns as wide as what is in them. */
final class TableReport {
  private static final int WIDEST = 50;
  private static final List<String> HEAD =
      List.of(
          "RISK",
          "VULNERABILITY",
          "COMPONENT",
          "VERSION",
          "FIXED IN",
          "CVSS",
          "EPSS",
          "KEV",
          "BY",
          "VEX");

  private TableReport() {}

  static String write(List<JudgedFinding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    // Where nobody states anything there is no column for it.
    boolean stated = findings.stream().anyMatch(finding -> finding.statement().isPresent());
    int columns = stated ? HEAD.size() : HEAD.size() - 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    findings.forEach(finding -> rows.add(row(finding)));
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      table.append(table.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
    }
    return table.toString();
  }

  private static List<String> row(JudgedFinding judged) {
    VulnerabilityFinding finding = judged.finding();
    RiskFacts facts = finding.facts();
    return List.of(
        finding.isAffected() ? finding.risk().level().name() : "UNDECIDED",
        finding.vulnerability(),
        cut(finding.component().name()),
        cut(finding.component().version()),
        cut(String.join(", ", finding.fixedIn())),
        number(facts.cvss(), "%.1f"),
        number(facts.epss(), "%.4f"),
        facts.exploited().isEmpty() ? "" : "yes",
        cut(String.join(", ", finding.advisories().stream().map(one -> one.id()).toList())),
        cut(FindingText.vex(judged)));
  }

  private static String number(OptionalDouble value, String format) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, format, value.getAsDouble());
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
