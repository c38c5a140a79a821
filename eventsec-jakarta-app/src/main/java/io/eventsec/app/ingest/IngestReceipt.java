package io.eventsec.app.ingest;

/**
 * The word that a batch is on disk.
 *
 * @param receipt the batch's number in the journal
 * @param key the idempotency key it is kept under
 * @param events how many lines were accepted
 * @param duplicate true if it was there already
 */
public record IngestReceipt(String receipt, String key, int events, boolean duplicate) {}
