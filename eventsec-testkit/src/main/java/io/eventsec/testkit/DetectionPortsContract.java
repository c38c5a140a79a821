package io.eventsec.testkit;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import java.util.List;

/** What the kits of the detection ports have in common. */
public abstract class DetectionPortsContract {
  /** The reader that steps. */
  static final String READER = "detect";

  /** A tenant that is always there. */
  static final Tenant TENANT = Tenant.DEFAULT;

  /** Another tenant. */
  static final Tenant OTHER_TENANT = new Tenant("other");

  /** For subclasses. */
  protected DetectionPortsContract() {}

  /** The ports under test: empty when a test begins, the same throughout it. */
  protected abstract DetectionPorts ports();

  /** Makes sure that a tenant is known, if the adapter wants that. */
  protected void openTenant(Tenant tenant) {}

  /** Commits the reader's next step. */
  final List<Alert> commitNext(List<Alert> alerts, List<DeadLetter> deadLetters) {
    return ports().store().commit(new DetectionCommit(nextStep(), alerts, deadLetters, 1));
  }

  /** A step from where the reader stands to the next position. */
  final ReaderStep nextStep() {
    JournalPosition from = ports().store().position(READER);
    return new ReaderStep(READER, from, new JournalPosition(from.value() + 1));
  }
}
