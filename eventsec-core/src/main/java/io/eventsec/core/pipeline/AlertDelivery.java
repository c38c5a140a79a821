package io.eventsec.core.pipeline;

import io.eventsec.core.spi.AlertIndex;
import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.OutboxEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Outbox to the searchable copy of alerts. Each step claims some entries and stores them under
 * their alert ids; what the index refuses goes back to the outbox with the reason. Several nodes
 * may each step one of their own.
 */
public final class AlertDelivery {
  /** The kind of outbox entry it delivers. */
  public static final String KIND = "alert.index";

  private static final int ENTRIES_A_STEP = 500;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final AlertIndex index;

  /** A delivery from this outbox to that index. */
  public AlertDelivery(Outbox outbox, AlertIndex index) {
    this.outbox = outbox;
    this.index = index;
  }

  /**
   * Does one step.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if outbox or index do not answer; the
   *     entries are given out again when their lease of one minute ends
   */
  public StepReport step() {
    List<OutboxEntry> entries = outbox.claim(KIND, ENTRIES_A_STEP, LEASE);
    if (entries.isEmpty()) {
      return StepReport.IDLE;
    }
    List<AlertIndex.Refusal> refusals = index.indexAlerts(entries);
    List<OutboxEntry> delivered = new ArrayList<>(entries);
    refusals.forEach(refusal -> delivered.remove(refusal.entry()));
    outbox.delivered(delivered);
    refusals.forEach(refusal -> outbox.failed(refusal.entry(), refusal.reason()));
    return new StepReport(1, entries.size(), delivered.size(), refusals.size());
  }
}
