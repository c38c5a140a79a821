package io.eventsec.cli.detect;

import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.rules.CheckCommand;
import io.eventsec.cli.rules.RuleSources;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec detect}: rules over files, matches as lines of JSON. */
@Command(
    name = "detect",
    description = {
      "Run rules over log files and print each match as a line of JSON.",
      "Event and alert ids are those that 'ship' of the same files under the same source name gives."
    })
public final class DetectCommand extends TerminalCommand {
  @Option(
      names = "--rules",
      paramLabel = "PATH",
      required = true,
      description = "Rule file, directory of them, or 'bundled'; may be given several times.")
  private List<String> rules = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "files",
      description = "Name of the source, as given to 'ship'. Default: ${DEFAULT-VALUE}.")
  private String source = "files";

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Whose events they are. Default: ${DEFAULT-VALUE}.")
  private String tenant = "default";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Lines of JSON or Zeek logs in TSV, gzip or not.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(new InputFile(file));
    }
    LoadedRules loaded = RuleSources.load(rules);
    Stream.of(loaded.problems(), loaded.unresolved(), loaded.notEvaluated())
        .flatMap(List::stream)
        .forEach(problem -> terminal().note(CheckCommand.line(problem)));
    FileDetection detection =
        new FileDetection(
            DetectionEngine.compile(loaded.rules()), new Tenant(tenant), source, terminal());
    for (InputFile input : inputs) {
      detection.run(input);
    }
    terminal()
        .note(
            "%d rules, %d events, %d rejected, %d matches",
            loaded.rules().size(), detection.events(), detection.rejected(), detection.matches());
    return loaded.problems().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
