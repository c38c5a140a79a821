package io.eventsec.cli.detect;

import io.eventsec.cli.input.BrokenInputException;
import io.eventsec.cli.input.FormatName;
import io.eventsec.cli.input.LogInput;
import io.eventsec.cli.rules.CheckCommand;
import io.eventsec.cli.rules.PipelineSources;
import io.eventsec.cli.rules.RuleSources;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.enrich.EnrichingDecoder;
import io.eventsec.core.enrich.IndicatorEnrichment;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.format.PlainJson;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec detect}: rules over files, matches as lines of JSON. */
@Command(
    name = "detect",
    description = {
      "Run rules over log files and print each match as a line of JSON.",
      "Correlations are evaluated over all inputs together, by the time of the events, at the end.",
      "Status 0 with or without matches, 2 if an input cannot be read.",
      "Event and alert ids are those that 'ship' of the same files under the same source name gives."
    })
public final class DetectCommand extends TerminalCommand {
  private static final String JSON_LINES = "jsonl";
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      required = true,
      description = "Rule file, directory of them, or 'bundled'; may be given several times.")
  private List<String> rules = List.of();

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      description = {
        "Processing pipeline to run over the rules, or the name of one that comes with the product;",
        "may be given several times."
      })
  private List<String> pipelines = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = RawBatch.AUTO,
      description = {
        "auto: told from each record; jsonl: JSON under its own names; or the name of a format.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String format = RawBatch.AUTO;

  @Option(
      names = "--indicators",
      paramLabel = "FILE",
      description = {
        "Indicators that events are looked up in, for rules about threat.enrichments.*: a bundle of",
        "STIX 2.1, an export of MISP, a table (.csv) or a list; may be given several times."
      })
  private List<Path> indicators = List.of();

  @Option(
      names = "--logsource",
      paramLabel = "HOW",
      defaultValue = "BY_MODULE",
      description = {
        "Which rules are about an event: by_module, by_fields (product, category and service of the",
        "event) or none, which tries all of them. Default: ${DEFAULT-VALUE}."
      })
  private LogsourceRouting routing = LogsourceRouting.BY_MODULE;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many threads decode and match. Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description = "Where to write counts, time, and which rules did not run and why, as JSON.")
  private Optional<Path> stats = Optional.empty();

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
      description = "Lines of JSON, a JSON array, or Zeek logs in TSV, gzip or not; - for stdin.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    checkThreads();
    stats.ifPresent(StatsFile::check);
    List<LogInput> inputs = new ArrayList<>();
    for (String file : files) {
      inputs.add(LogInput.named(file, System.in));
    }
    LoadedRules loaded = RuleSources.load(rules, PipelineSources.load(pipelines));
    CorrelationRules correlations = CorrelationRules.compile(loaded);
    List<SigmaProblem> skipped = RuleSources.leftOut(rules, loaded, correlations);
    skipped.forEach(problem -> terminal().note(CheckCommand.line(problem)));
    DetectionEngine engine =
        DetectionEngine.builder().rules(loaded.rules()).routing(routing).build();
    return run(inputs, engine, correlations, skipped);
  }

  private int run(
      List<LogInput> inputs,
      DetectionEngine engine,
      CorrelationRules correlations,
      List<SigmaProblem> skipped)
      throws IOException {
    InputLabels labels = new InputLabels(new Tenant(tenant), source, formatName());
    BatchDetection batches = new BatchDetection(engine, correlations, decoder());
    FileCorrelation correlation = new FileCorrelation(correlations, labels.tenant());
    boolean readable = true;
    DetectCounts counts;
    try (FileDetection detection =
        new FileDetection(batches, correlation, labels, threads, terminal())) {
      for (LogInput input : inputs) {
        readable &= run(detection, input);
      }
      detection.end();
      counts = detection.counts();
    }
    RunReport report =
        new RunReport(
            counts, engine.statistics(), correlation.statistics(), correlation.untimed(), skipped);
    tell(report);
    if (stats.isPresent()) {
      StatsFile.write(stats.get(), report);
    }
    return readable ? ExitStatus.OK : ExitStatus.UNREADABLE;
  }

  private void tell(RunReport report) {
    DetectCounts counts = report.counts();
    String correlated =
        report.correlations().isEmpty()
            ? ""
            : ", %d correlations, %d firings"
                .formatted(report.correlations().size(), counts.firings());
    terminal()
        .note(
            "%d rules, %d events, %d rejected, %d matches%s",
            report.rules().size(),
            counts.events(),
            counts.rejected(),
            counts.matches(),
            correlated);
  }

  /** False if the input ends in something that cannot be read; what came before it is judged. */
  private boolean run(FileDetection detection, LogInput input) throws IOException {
    try {
      detection.run(input);
      return true;
    } catch (BrokenInputException | ZipException | EOFException e) {
      terminal()
          .fail(
              input.name() + " cannot be read to its end: " + e.getMessage(),
              "mend it, or leave it out; what came before that place has been judged");
      return false;
    }
  }

  private void checkThreads() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new CommandFailedException(
          ExitStatus.FAILED, "--threads is " + threads, "give a number from 1 to " + MOST_THREADS);
    }
  }

  private String formatName() {
    return format.equals(JSON_LINES) ? PlainJson.NAME : format;
  }

  private BatchDecoder decoder() {
    BatchDecoder plain = plainDecoder();
    return indicators.isEmpty()
        ? plain
        : new EnrichingDecoder(
            plain, List.of(new IndicatorEnrichment(IndicatorFiles.load(indicators, terminal()))));
  }

  private EventDecoder plainDecoder() {
    EventDecoder decoder = EventDecoder.ofAnyJson();
    FormatName.check(decoder, formatName(), format, "auto, jsonl,");
    return decoder;
  }
}
