package io.eventsec.app.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A batch as received, inflated.
 *
 * @param bytes the lines; nobody else holds the array
 * @param lines how many there are, blank ones left out
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
record Payload(byte[] bytes, int lines) {
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "Payload[" + bytes.length + " bytes, " + lines + " lines]";
  }
}
