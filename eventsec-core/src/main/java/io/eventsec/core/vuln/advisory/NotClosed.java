package io.eventsec.core.vuln.advisory;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream for readers that close what is not theirs. */
final class NotClosed extends FilterInputStream {

  NotClosed(InputStream in) {
    super(in);
  }

  @Override
  public void close() {
    // Who opened it closes it.
  }
}
