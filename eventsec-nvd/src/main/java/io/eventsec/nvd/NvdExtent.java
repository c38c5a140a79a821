package io.eventsec.nvd;

import java.time.Instant;

/**
 * How a copy is cut into pieces.
 *
 * @param first nothing was published before
 * @param pageSize as many items as are asked for at once
 * @param mostChanged with more files of what was changed they are brought into one
 */
record NvdExtent(Instant first, int pageSize, int mostChanged) {
  /** All of NVD, in pages as large as it gives. */
  static final NvdExtent ALL = new NvdExtent(Instant.parse("1988-01-01T00:00:00Z"), 2_000, 40);
}
