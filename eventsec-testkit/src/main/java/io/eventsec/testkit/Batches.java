package io.eventsec.testkit;

import io.eventsec.core.ingest.RawBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Brings batches into another order. */
final class Batches {
  private Batches() {}

  /**
   * The batches, some of them before the one that they were behind.
   *
   * @param seed 0 for the order in which they are
   */
  static List<RawBatch> shuffled(List<RawBatch> batches, long seed) {
    List<RawBatch> shuffled = new ArrayList<>(batches);
    for (int i = 0; seed != 0 && i + 1 < shuffled.size(); i += 2) {
      if (new Random(seed + i).nextBoolean()) {
        Collections.swap(shuffled, i, i + 1);
      }
    }
    return shuffled;
  }
}
