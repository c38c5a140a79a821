package io.eventsec.core.intel.match;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

/** Indicators of all kinds as feeds have them, each with an id and a name of its own. */
final class RandomIndicators {
  private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");
  private final Random random = new Random(7);
  private int count;

  /** A set of so many, of which some are in the events of {@code IndicatorBenchmark}. */
  static IndicatorSet set(int size) {
    RandomIndicators indicators = new RandomIndicators();
    IndicatorSet.Builder builder = IndicatorSet.builder();
    for (int i = 0; i < size; i++) {
      builder.accept(indicators.next());
    }
    return builder.build();
  }

  ThreatIndicator next() {
    int number = count++;
    String id = "indicator--" + new UUID(random.nextLong(), random.nextLong());
    Instant seen = FROM.plusSeconds(random.nextInt(100_000_000));
    return new ThreatIndicator(
        indicator(number % 20),
        new IndicatorOrigin("feed " + random.nextInt(8), id, Optional.of(seen)),
        new ValidityPeriod(Optional.of(seen), Optional.of(seen.plusSeconds(1_000_000_000))),
        OptionalInt.of(random.nextInt(101)),
        new IndicatorDetails(
            "Malicious infrastructure no. " + number,
            "Seen by a sensor",
            List.of("malicious-activity", "family-" + random.nextInt(500)),
            Optional.of(Tlp.AMBER)));
  }

  /** A quarter addresses, a quarter domains, a fifth URLs, a fifth hashes, and the others. */
  private Indicator indicator(int share) {
    return switch (share) {
      case 0, 1, 2, 3 -> new Indicator(IndicatorKind.ADDRESS, v4());
      case 4 -> new Indicator(IndicatorKind.ADDRESS, v6());
      case 5 -> network();
      case 6, 7, 8, 9, 10 -> new Indicator(IndicatorKind.DOMAIN, domain());
      case 11, 12, 13, 14 ->
          new Indicator(
              IndicatorKind.URL, "http://" + domain() + "/" + word() + "/" + word() + ".php");
      case 15 -> new Indicator(IndicatorKind.MD5, hex(16));
      case 16 -> new Indicator(IndicatorKind.SHA1, hex(20));
      case 17, 18 -> new Indicator(IndicatorKind.SHA256, hex(32));
      default ->
          random.nextBoolean()
              ? new Indicator(IndicatorKind.EMAIL, word() + "@" + domain())
              : new Indicator(IndicatorKind.FILE_NAME, word() + ".exe");
    };
  }

  private String v4() {
    int bits = random.nextInt();
    return (bits >>> 24)
        + "."
        + (bits >> 16 & 0xff)
        + "."
        + (bits >> 8 & 0xff)
        + "."
        + (bits & 0xff);
  }

  private String v6() {
    return "2001:"
        + HexFormat.of().toHexDigits((short) random.nextInt())
        + "::"
        + HexFormat.of().toHexDigits((short) random.nextInt())
        + ":"
        + HexFormat.of().toHexDigits((short) random.nextInt());
  }

  private Indicator network() {
    int prefix = 22 + random.nextInt(8);
    int bits = random.nextInt() & -1 << 32 - prefix;
    byte[] first = ByteBuffer.allocate(4).putInt(bits).array();
    return new Indicator(
        IndicatorKind.NETWORK,
        (first[0] & 0xff)
            + "."
            + (first[1] & 0xff)
            + "."
            + (first[2] & 0xff)
            + "."
            + (first[3] & 0xff)
            + "/"
            + prefix);
  }

  private String domain() {
    return word() + (random.nextBoolean() ? "." + word() : "") + ".example";
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 6 + random.nextInt(6); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private String hex(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }
}
