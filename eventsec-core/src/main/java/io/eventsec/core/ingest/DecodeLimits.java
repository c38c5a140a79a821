package io.eventsec.core.ingest;

/**
 * What one record may cost; one that asks for more is rejected, its neighbours go on.
 *
 * @param recordBytes how many bytes it may have
 * @param depth how deep objects and arrays may nest
 * @param fields how many different fields it may have
 * @param values how many values they may have together
 * @param nameLength how many characters a field's dotted name may have
 */
public record DecodeLimits(int recordBytes, int depth, int fields, int values, int nameLength) {
  /** 1 MiB, 64 levels, 2,000 fields, 20,000 values, names of 1,024 characters. */
  public static final DecodeLimits DEFAULT =
      new DecodeLimits(1024 * 1024, 64, 2_000, 20_000, 1_024);

  /**
   * Checks that every limit lets something through.
   *
   * @throws IllegalArgumentException if one is less than 1, or the depth is more than 500
   */
  public DecodeLimits {
    if (Math.min(Math.min(recordBytes, depth), Math.min(Math.min(fields, values), nameLength))
        < 1) {
      throw new IllegalArgumentException("A limit is less than 1; every limit must be 1 or more");
    }
    if (depth > 500) {
      throw new IllegalArgumentException("Depth " + depth + " is more than 500; choose less");
    }
  }
}
