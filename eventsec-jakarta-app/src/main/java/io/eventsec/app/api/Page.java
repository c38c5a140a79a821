package io.eventsec.app.api;

import java.util.List;
import java.util.Optional;

/**
 * Some of many.
 *
 * @param items in the order asked for
 * @param nextCursor where the next page starts; null on the last one
 * @param <T> of what
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
  static final int DEFAULT = 50;
  static final int MOST = 200;
}
