package io.eventsec.search;

/**
 * A field must have a value, exactly. An ECS name is looked for among the ECS fields; any other
 * name also among the sender's own ({@code native.} before a name asks for those alone). An address
 * field takes a CIDR block as well.
 *
 * @param field the dotted name, 1 to 256 characters, none of them a control character
 * @param value as written, 1 to 1,024 characters
 */
public record EventFilter(String field, String value) {
  private static final int FIELD_LENGTH = 256;
  private static final int VALUE_LENGTH = 1_024;

  /**
   * Checks the lengths.
   *
   * @throws InvalidQueryException if the field or the value breaks the rules above
   */
  public EventFilter {
    if (field.isBlank()
        || field.length() > FIELD_LENGTH
        || field.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidQueryException(
          "filter",
          "Field name '" + shown(field) + "' is not valid: use 1 to 256 printable characters");
    }
    if (value.isEmpty() || value.length() > VALUE_LENGTH) {
      throw new InvalidQueryException(
          "filter",
          "The value asked for in field '"
              + field
              + "' has "
              + value.length()
              + " characters; a filter takes 1 to 1,024");
    }
  }

  /**
   * Reads {@code field:value}; the first colon divides them.
   *
   * @throws InvalidQueryException if there is no colon, or a part breaks the rules above
   */
  public static EventFilter parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidQueryException(
          "filter",
          "Filter '" + shown(text) + "' has no colon; write field:value, source.ip:192.0.2.1");
    }
    return new EventFilter(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  private static String shown(String text) {
    String start = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
