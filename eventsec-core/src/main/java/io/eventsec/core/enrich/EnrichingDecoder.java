package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.RawBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A decoder whose events go through stages, one after another. Thread-safe, as its stages and the
 * decoder within are.
 *
 * <p>No stage holds events up: where one fails, the event goes on as it was, named in {@code
 * error.message}; one that has used up its time for a batch is left out for the rest of it, named
 * likewise. Both are counted. A stage that waits within one event is not interrupted: stages do not
 * wait.
 *
 * <p>The same batch gives the same events as long as the stages know the same and none is late.
 */
public final class EnrichingDecoder implements BatchDecoder {
  /** How long a stage may take for the events of one batch. */
  public static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private final BatchDecoder decoder;
  private final List<RunningStage> stages;
  private final long mostNanos;

  /** Stages around a decoder, in the order of the list, with the default time for each. */
  public EnrichingDecoder(BatchDecoder decoder, List<EnrichmentStage> stages) {
    this(decoder, stages, DEFAULT_TIME);
  }

  /**
   * Stages around a decoder, in the order of the list.
   *
   * @param time how long each may take for one batch
   */
  public EnrichingDecoder(BatchDecoder decoder, List<EnrichmentStage> stages, Duration time) {
    this(decoder, stages, time, System::nanoTime);
  }

  EnrichingDecoder(
      BatchDecoder decoder, List<EnrichmentStage> stages, Duration time, LongSupplier nanoTime) {
    this.decoder = decoder;
    this.stages = stages.stream().map(stage -> new RunningStage(stage, nanoTime)).toList();
    this.mostNanos = time.toNanos();
  }

  @Override
  public DecodedBatch decode(RawBatch batch) {
    DecodedBatch decoded = decoder.decode(batch);
    if (stages.isEmpty() || decoded.events().isEmpty()) {
      return decoded;
    }
    List<Event> events = new ArrayList<>(decoded.events());
    stages.forEach(stage -> stage.run(events, mostNanos));
    return new DecodedBatch(events, decoded.rejections());
  }

  @Override
  public String version() {
    return decoder.version();
  }

  /** What became of the events of each stage, in their order. */
  public List<EnrichmentStatistics> statistics() {
    return stages.stream().map(RunningStage::statistics).toList();
  }
}
