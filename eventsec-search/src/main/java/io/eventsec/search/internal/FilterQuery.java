package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.search.EventFilter;
import io.eventsec.search.InvalidQueryException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** One filter as a query that compares and never expands. */
final class FilterQuery {
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}(/\\d{1,3})?");

  private FilterQuery() {}

  /** Adds to the alternatives what finds the filter's value. */
  static void add(ArrayNode alternatives, EventFilter filter) {
    String field = filter.field();
    String own = Envelope.NATIVE + '.';
    if (field.startsWith(own)) {
      own(alternatives, field.substring(own.length()), filter.value());
      return;
    }
    Kind kind = EcsTypes.kind(field);
    switch (kind) {
      case ID -> alternatives.addObject().putObject("ids").putArray("values").add(filter.value());
      case TEXT -> alternatives.addObject().putObject("match_phrase").put(field, filter.value());
      case LONG -> term(alternatives, field, wholeNumber(filter));
      case DOUBLE -> term(alternatives, field, number(filter));
      case IP -> term(alternatives, field, address(filter));
      case DATE, TIMESTAMP -> term(alternatives, field, time(filter));
      case BOOLEAN -> term(alternatives, field, truth(filter));
      case UNINDEXED, GEO_POINT, STORED, FLAT ->
          throw invalid(filter, "cannot be searched", "choose another field");
      case KEYWORD, TERMS -> term(alternatives, field, filter.value());
      case DYNAMIC -> {
        // OpenSearch's own fields begin so, and some of them fail when they are asked for.
        if (!field.startsWith("_")) {
          term(alternatives, field, filter.value());
        }
        own(alternatives, field, filter.value());
      }
    }
  }

  private static void own(ArrayNode alternatives, String name, String value) {
    term(alternatives, Envelope.NATIVE_TERMS.name(), NativeTerms.term(name, value));
  }

  private static void term(ArrayNode alternatives, String field, String value) {
    ObjectNode term = alternatives.addObject().putObject("term");
    term.putObject(field).put("value", value);
  }

  private static String wholeNumber(EventFilter filter) {
    try {
      return Long.toString(Long.parseLong(filter.value()));
    } catch (NumberFormatException e) {
      throw invalid(filter, "takes a whole number", "write 443");
    }
  }

  private static String number(EventFilter filter) {
    try {
      double number = Double.parseDouble(filter.value());
      if (Double.isFinite(number)) {
        return filter.value();
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw invalid(filter, "takes a number", "write 0.5");
  }

  private static String address(EventFilter filter) {
    if (!ADDRESS.matcher(filter.value()).matches()) {
      throw invalid(filter, "takes an address or a CIDR block", "write 192.0.2.1 or 192.0.2.0/24");
    }
    return filter.value();
  }

  private static String time(EventFilter filter) {
    try {
      Instant time = OffsetDateTime.parse(filter.value()).toInstant();
      return time.toString();
    } catch (DateTimeParseException e) {
      throw invalid(filter, "takes a time of ISO 8601", "write 2026-03-01T12:00:00Z");
    }
  }

  private static String truth(EventFilter filter) {
    if (!filter.value().equals("true") && !filter.value().equals("false")) {
      throw invalid(filter, "is true or false", "write one of them");
    }
    return filter.value();
  }

  private static InvalidQueryException invalid(EventFilter filter, String rule, String cure) {
    return new InvalidQueryException(
        "filter",
        "Filter "
            + filter.field()
            + ":"
            + filter.value()
            + " is not valid: the field "
            + rule
            + "; "
            + cure);
  }
}
