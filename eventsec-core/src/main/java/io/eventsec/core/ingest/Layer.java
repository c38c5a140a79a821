package io.eventsec.core.ingest;

/**
 * One layer of a record: what a format made of a line, or of what another format's record carried.
 *
 * @param format whose record it is
 * @param fields of the record
 */
public record Layer(EventFormat format, NativeRecord fields) {}
