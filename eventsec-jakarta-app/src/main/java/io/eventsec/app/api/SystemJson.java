package io.eventsec.app.api;

import io.eventsec.app.health.ComponentState;
import io.eventsec.app.worker.LoopState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of the system.
 *
 * @param components of this node
 * @param readers of the journal, on whatever node
 * @param counters the figures of the pipeline
 */
public record SystemJson(
    List<ComponentJson> components, List<ReaderJson> readers, OverviewJson.Pipeline counters) {

  /**
   * A component.
   *
   * @param name which
   * @param state up, degraded or down
   * @param reason why
   * @param since when this node first saw it so
   */
  public record ComponentJson(String name, String state, Optional<String> reason, Instant since) {
    static ComponentJson of(ComponentState state) {
      return new ComponentJson(
          state.name(),
          state.state().wireName(),
          Optional.of(state.reason()).filter(reason -> !reason.isEmpty()),
          state.since());
    }
  }

  /**
   * A reader.
   *
   * @param name which
   * @param position where it stands
   * @param lagBatches how many batches it has still to read
   * @param state what it does on this node; elsewhere if another node does it
   * @param lastError why its last step failed
   */
  public record ReaderJson(
      String name, long position, long lagBatches, String state, Optional<String> lastError) {
    static ReaderJson of(String name, Optional<LoopState> here, long position, long lagBatches) {
      return new ReaderJson(
          name,
          position,
          lagBatches,
          here.map(LoopState::phase)
              .orElse(LoopState.Phase.ELSEWHERE)
              .name()
              .toLowerCase(Locale.ROOT),
          here.flatMap(LoopState::lastError));
    }
  }
}
