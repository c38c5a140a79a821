package io.eventsec.app.metrics;

import java.util.List;
import java.util.Map;

/**
 * Series of one name.
 *
 * @param name without the suffixes of a histogram's or summary's series
 * @param type as Prometheus spells it
 * @param help one line
 * @param samples its series
 */
record Family(String name, String type, String help, List<Sample> samples) {
  Family {
    samples = List.copyOf(samples);
  }

  /**
   * One value.
   *
   * @param suffix of the family's name, such as {@code _count}; may be empty
   * @param labels in the order they are shown
   * @param value the value
   */
  record Sample(String suffix, Map<String, String> labels, double value) {}
}
