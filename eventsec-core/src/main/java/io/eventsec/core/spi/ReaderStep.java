package io.eventsec.core.spi;

/**
 * One move of a reader.
 *
 * @param reader its name
 * @param from where it must stand
 * @param to where it stands afterwards
 */
public record ReaderStep(String reader, JournalPosition from, JournalPosition to) {}
