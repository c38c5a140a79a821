package io.eventsec.core.spi;

/**
 * The journal's word that a batch is kept.
 *
 * @param position where
 * @param count how many records
 * @param duplicate true if it was there already and nothing was written
 */
public record JournalReceipt(JournalPosition position, int count, boolean duplicate) {}
