package io.eventsec.search.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ECS fields of an event are written as labels instead, because the mapping refused them.
 *
 * @param step how far it has come
 * @param field the field that was named, with all below it; empty for none
 * @param reason what the index said
 */
record Salvage(Step step, String field, String reason) {
  /** Every field in its place. */
  static final Salvage NONE = new Salvage(Step.NONE, "", "");

  private static final Set<String> ABOUT_THE_DOCUMENT =
      Set.of(
          "mapper_parsing_exception",
          "illegal_argument_exception",
          "strict_dynamic_mapping_exception",
          "document_parsing_exception",
          "parsing_exception",
          "not_x_content_parse_exception");
  private static final Pattern NAMED =
      Pattern.compile("(?:parse field|object mapping for|non object mapping|mapper) \\[([^\\]]+)]");

  /** How much is moved. */
  enum Step {
    /** Nothing. */
    NONE,
    /** The field that was named; those that ECS does not know if none was. */
    NAMED,
    /** Every ECS field that is not the envelope's. */
    ALL
  }

  /** True if a refusal of that type may have to do with the document's fields. */
  static boolean mayHelp(String errorType) {
    return ABOUT_THE_DOCUMENT.contains(errorType);
  }

  /** What to try after this was refused for that reason; itself if there is nothing left. */
  Salvage next(String refusal) {
    if (step == Step.NONE) {
      Matcher named = NAMED.matcher(refusal);
      return new Salvage(Step.NAMED, named.find() ? named.group(1) : "", refusal);
    }
    return step == Step.NAMED ? new Salvage(Step.ALL, "", refusal) : this;
  }

  /** True if that field goes to the labels. */
  boolean moves(FieldPath path) {
    return switch (step) {
      case NONE -> false;
      case NAMED -> field.isEmpty() ? path.kind() == Kind.DYNAMIC : isBelow(path.name());
      case ALL -> true;
    };
  }

  private boolean isBelow(String name) {
    return name.equals(field) || name.startsWith(field + ".");
  }
}
