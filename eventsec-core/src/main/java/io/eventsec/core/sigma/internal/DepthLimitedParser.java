package io.eventsec.core.sigma.internal;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Refuses to go deeper than a rule ever needs, before the composer's recursion runs out of stack.
 */
final class DepthLimitedParser implements Parser {
  private static final int MAX_DEPTH = 32;

  private final Parser parser;
  private int depth;

  DepthLimitedParser(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> deeper(event);
      case MappingEnd, SequenceEnd -> depth--;
      default -> {}
    }
    return event;
  }

  private void deeper(Event event) {
    if (++depth > MAX_DEPTH) {
      throw new ParserException(
          "maps and lists are nested more than " + MAX_DEPTH + " deep",
          Optional.empty(),
          "a rule needs no such depth",
          event.getStartMark());
    }
  }
}
