package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code eventsec rules check}: says what is wrong with rules, where, and what to write instead.
 */
@Command(
    name = "check",
    description = {
      "Check Sigma rules.",
      "Each problem is a line file:line:column: message — cure. Status 1 if there is any."
    })
public final class CheckCommand extends TerminalCommand {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files, directories of them, or 'bundled'.")
  private List<String> paths = List.of();

  @Override
  public Integer call() {
    LoadedRules loaded = RuleSources.load(paths);
    List<SigmaProblem> problems =
        Stream.concat(loaded.problems().stream(), loaded.unresolved().stream()).toList();
    problems.forEach(problem -> terminal().print(line(problem)));
    terminal().note("%s, %s", sound(loaded), count(problems.size(), "problem"));
    return problems.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
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
