package io.eventsec.testkit;

import io.eventsec.core.spi.CoverageLedger;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.ReevaluationStore;

/**
 * The ports that know what was evaluated.
 *
 * @param store what writes the ledger
 * @param ledger what reads it
 * @param reevaluations rules that are run again
 * @param outbox what both left to be delivered
 */
public record CoveragePorts(
    DetectionStore store, CoverageLedger ledger, ReevaluationStore reevaluations, Outbox outbox) {}
