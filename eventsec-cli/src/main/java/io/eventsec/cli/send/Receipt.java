package io.eventsec.cli.send;

/**
 * The server's word that a batch is on its disk.
 *
 * @param events how many records it took
 * @param duplicate true if it had the batch already
 */
public record Receipt(int events, boolean duplicate) {}
