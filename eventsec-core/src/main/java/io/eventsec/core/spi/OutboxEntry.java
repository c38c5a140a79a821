package io.eventsec.core.spi;

/**
 * Something that a transaction decided and another system must still hear.
 *
 * @param id the store's number for it
 * @param kind what it is: {@code alert.index}
 * @param tenant whose it is, the tenant's id
 * @param key what it is about, an alert's id
 * @param payload JSON
 * @param attempts how often delivery has failed so far
 */
public record OutboxEntry(
    long id, String kind, String tenant, String key, String payload, int attempts) {}
