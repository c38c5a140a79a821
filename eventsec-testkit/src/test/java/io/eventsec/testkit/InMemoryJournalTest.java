package io.eventsec.testkit;

import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.spi.EventJournal;

class InMemoryJournalTest extends EventJournalContract {
  private final EventJournal journal = new InMemoryJournal();

  @Override
  protected EventJournal journal() {
    return journal;
  }
}
