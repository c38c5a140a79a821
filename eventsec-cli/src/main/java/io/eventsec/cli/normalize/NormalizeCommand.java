package io.eventsec.cli.normalize;

import io.eventsec.cli.input.BrokenInputException;
import io.eventsec.cli.input.FormatMappings;
import io.eventsec.cli.input.FormatName;
import io.eventsec.cli.input.LogInput;
import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.input.RecordBatches;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.enrich.CommunityId;
import io.eventsec.core.event.EcsDocument;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec normalize}: what the server makes of log files, as lines of JSON. */
@Command(
    name = "normalize",
    description = {
      "Print the events of log files as lines of JSON, by the names of the Elastic Common Schema.",
      "What was not understood is counted at the end, on stderr.",
      "Status 0, or 2 if an input cannot be read."
    })
public final class NormalizeCommand extends TerminalCommand {
  private static final CommunityId FLOWS = new CommunityId();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = RawBatch.AUTO,
      description =
          "auto: told from each record; or the name of a format. Default: ${DEFAULT-VALUE}.")
  private String format = RawBatch.AUTO;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description =
          "Where clocks stood that wrote no zone: Europe/Berlin. Default: ${DEFAULT-VALUE}.")
  private String zone = "UTC";

  @Option(
      names = "--received",
      paramLabel = "TIME",
      description = {
        "When the records were received, 2026-11-27T08:15:30Z: tells the year of times without one.",
        "Default: when the file was last changed."
      })
  private Optional<Instant> received = Optional.empty();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Mapping of a format of one's own, in YAML; may be given several times.")
  private List<Path> mappings = List.of();

  @Option(
      names = "--strict",
      description = "Refuse what no format knows, as the server does, instead of making a guess.")
  private boolean strict;

  @Option(names = "--flat", description = "Print names with dots instead of nested objects.")
  private boolean flat;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Log files, gzip or not; - for stdin.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    EventDecoder decoder = decoder();
    List<LogInput> inputs = new ArrayList<>();
    for (String file : files) {
      inputs.add(LogInput.named(file, System.in));
    }
    NormalizeSummary summary = new NormalizeSummary();
    boolean readable = true;
    for (LogInput input : inputs) {
      readable &= run(input, decoder, summary);
    }
    summary.lines().forEach(terminal()::note);
    return readable ? ExitStatus.OK : ExitStatus.UNREADABLE;
  }

  /** False if the input ends in something that cannot be read; what came before it is printed. */
  private boolean run(LogInput input, EventDecoder decoder, NormalizeSummary summary)
      throws IOException {
    String key = input.key();
    Instant time = received.orElse(input.changed());
    try (RecordBatches batches = new RecordBatches(input.records().joining(), 0)) {
      for (Optional<RecordBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
        RecordBatch batch = next.get();
        EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "files", key, batch.firstOrdinal());
        print(
            decoder.decode(new RawBatch(origin, key, format, time, batch.payload(), batch.count())),
            summary);
      }
      return true;
    } catch (BrokenInputException | ZipException | EOFException e) {
      terminal()
          .fail(
              input.name() + " cannot be read to its end: " + e.getMessage(),
              "mend it, or leave it out; what came before that place has been printed");
      return false;
    }
  }

  private void print(DecodedBatch decoded, NormalizeSummary summary) {
    for (Event plain : decoded.events()) {
      // What the event itself says of its flow; what else the server adds takes a server.
      Event event = FLOWS.enrich(plain);
      terminal().print(flat ? EcsDocument.flat(event) : EcsDocument.nested(event));
      summary.add(event);
    }
    decoded.rejections().forEach(summary::add);
  }

  private EventDecoder decoder() {
    EventDecoder.Builder builder = EventDecoder.builder().zone(zone());
    FormatMappings.add(mappings, builder);
    builder.standardFormats().discover(EventDecoder.class.getClassLoader());
    EventDecoder decoder = (strict ? builder : builder.genericFormats()).build();
    FormatName.check(decoder, format, format, "auto");
    return decoder;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "No time zone is named '" + zone + "'",
          "give one as UTC, +02:00 or Europe/Berlin",
          e);
    }
  }
}
