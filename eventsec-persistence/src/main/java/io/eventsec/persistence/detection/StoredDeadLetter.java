package io.eventsec.persistence.detection;

import io.eventsec.core.spi.DeadLetter;

/**
 * A dead letter under the number it is kept by.
 *
 * @param id ascending in the order they were kept
 * @param letter what was rejected and why
 */
public record StoredDeadLetter(long id, DeadLetter letter) {}
