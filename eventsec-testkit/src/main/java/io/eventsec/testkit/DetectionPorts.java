package io.eventsec.testkit;

import io.eventsec.core.spi.DeadLetters;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.Outbox;

/**
 * The ports that one transaction of detection writes to.
 *
 * @param store what writes
 * @param deadLetters what it wrote as dead letters
 * @param outbox what it left to be delivered
 */
public record DetectionPorts(DetectionStore store, DeadLetters deadLetters, Outbox outbox) {}
