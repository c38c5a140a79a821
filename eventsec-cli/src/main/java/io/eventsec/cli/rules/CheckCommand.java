package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.rulecheck.RuleAdvice;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code eventsec rules check}: says what is wrong with rules, where, and what to write instead.
 */
@Command(
    name = "check",
    description = {
      "Check Sigma rules.",
      "Each problem is a line file:line:column: message — cure. Status 1 if there is any. Advice is",
      "about sound rules: tags, fields that the taxonomy does not know, and what costs on each event."
    })
public final class CheckCommand extends TerminalCommand {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files, directories of them, or 'bundled'.")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json: one object a line. Default: ${DEFAULT-VALUE}.")
  private CheckFormat format = CheckFormat.TEXT;

  @Option(names = "--strict", description = "Status 1 for advice too.")
  private boolean strict;

  @Override
  public Integer call() {
    LoadedRules loaded = RuleSources.load(paths);
    List<SigmaProblem> problems =
        RuleSources.leftOut(paths, loaded, CorrelationRules.compile(loaded));
    List<SigmaProblem> advice = RuleSources.shown(paths, RuleAdvice.of(loaded));
    problems.forEach(problem -> terminal().print(format.line("problem", problem)));
    advice.forEach(problem -> terminal().print(format.line("advice", problem)));
    terminal()
        .note(
            "%s, %s%s",
            sound(loaded),
            count(problems.size(), "problem"),
            advice.isEmpty() ? "" : ", " + advice.size() + " pieces of advice");
    return problems.isEmpty() && (advice.isEmpty() || !strict) ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** The problem as editors understand it. */
  public static String line(SigmaProblem problem) {
    return problem.file()
        + ':'
        + problem.line()
        + ':'
        + problem.column()
        + ": "
        + problem.message()
        + (problem.cure().isEmpty() ? "" : " — " + problem.cure());
  }

  private static String sound(LoadedRules loaded) {
    String rules = count(loaded.rules().size(), "sound rule");
    String correlations = count(loaded.correlations().size(), "correlation");
    String filters = count(loaded.filters().size(), "filter");
    return rules
        + (loaded.correlations().isEmpty() ? "" : ", " + correlations)
        + (loaded.filters().isEmpty() ? "" : ", " + filters);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
