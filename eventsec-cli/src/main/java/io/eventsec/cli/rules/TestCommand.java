package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.ruletest.RuleTestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec rules test}: runs the tests beside rules. */
@Command(
    name = "test",
    description = {
      "Run the tests of rules: those of NAME.yml are in NAME.test.yml beside it, with lists of",
      "events under 'match' and 'no_match'. Status 1 if a case fails or a file is wrong."
    })
public final class TestCommand extends TerminalCommand {
  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Where to write a report in JUnit's XML form.")
  private Optional<Path> junit = Optional.empty();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files, or directories of them.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() throws IOException {
    RuleTestRun run = new RuleTestRun();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            path + " does not exist",
            "name a rule file or a directory of rules");
      }
      run.run(path);
    }
    run.problems().forEach(problem -> terminal().print(CheckCommand.line(problem)));
    run.results().forEach(this::tell);
    if (junit.isPresent()) {
      JUnitReport.write(junit.get(), run);
    }
    terminal()
        .note(
            "%d rules tested, %d without tests: %d cases passed, %d failed, %d problems",
            run.results().size(),
            run.untested(),
            run.passed(),
            run.failed(),
            run.problems().size());
    return run.failed() == 0 && run.problems().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private void tell(Path rule, List<RuleTestResult> results) {
    for (RuleTestResult result : results) {
      if (!result.passed()) {
        terminal().print(rule + ": " + what(result) + "\n" + result.reason().indent(4));
      }
    }
  }

  /** What the rule did and should not have done, or the other way round. */
  static String what(RuleTestResult result) {
    return "'"
        + result.test().name()
        + (result.test().mustMatch() ? "' must match, and does not" : "' must not match, and does");
  }
}
