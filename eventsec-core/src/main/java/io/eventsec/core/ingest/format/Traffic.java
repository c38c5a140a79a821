package io.eventsec.core.ingest.format;

import org.jspecify.annotations.Nullable;

/** Bytes and packets, each way and together. */
final class Traffic {
  private Traffic() {}

  /** What the sensor counted; null where it didn't. */
  record Counters(
      @Nullable Object sourceBytes,
      @Nullable Object destinationBytes,
      @Nullable Object sourcePackets,
      @Nullable Object destinationPackets) {}

  static void set(EcsWriter out, Counters counters) {
    set(out, "bytes", counters.sourceBytes(), counters.destinationBytes());
    set(out, "packets", counters.sourcePackets(), counters.destinationPackets());
  }

  private static void set(
      EcsWriter out, String what, @Nullable Object sourceCount, @Nullable Object targetCount) {
    Long sent = count(sourceCount);
    Long received = count(targetCount);
    if (sent != null) {
      out.put("source." + what, sent);
    }
    if (received != null) {
      out.put("destination." + what, received);
    }
    if (sent != null || received != null) {
      long sum = (sent == null ? 0 : sent) + (received == null ? 0 : received);
      out.put("network." + what, sum < 0 ? null : sum);
    }
  }

  private static @Nullable Long count(@Nullable Object value) {
    Long number = value == null ? null : Numbers.whole(value);
    return number == null || number < 0 ? null : number;
  }
}
