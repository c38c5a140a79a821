package io.eventsec.core.intel.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that come again are kept once, as far as there are not too many different ones; of those
 * beyond, each record has its own. Not thread-safe while texts are added.
 */
final class TextPool {
  private static final int MOST = 65_536;
  private final List<String> texts = new ArrayList<>(List.of(""));
  private Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));

  void write(String text, RecordWriter to) {
    Integer number = numbers.get(text);
    if (number == null && texts.size() < MOST) {
      number = texts.size();
      texts.add(text);
      numbers.put(text, number);
    }
    if (number == null) {
      to.count(0);
      to.text(text);
    } else {
      to.count(number + 1);
    }
  }

  String read(RecordReader from) {
    int number = from.count();
    return number == 0 ? from.text() : texts.get(number - 1);
  }

  /** No more texts will be added. */
  void close() {
    numbers = Map.of();
  }
}
