package io.eventsec.core.sigma;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a rule says about itself. Immutable.
 *
 * @param title at most 256 characters
 * @param level its level; {@link Severity#MEDIUM} if the rule has none
 * @param texts the optional attributes that are plain text, by their names: {@code name}, {@code
 *     taxonomy}, {@code status}, {@code description}, {@code license}, {@code author}, {@code
 *     date}, {@code modified}
 * @param lists the optional attributes that are lists of text, by their names: {@code tags}, {@code
 *     references}, {@code falsepositives}, {@code fields}, {@code scope}
 * @param related the rules it names
 * @param custom attributes that the specification doesn't know, as plain maps, lists and scalars
 */
public record SigmaMetadata(
    String title,
    Severity level,
    Map<String, String> texts,
    Map<String, List<String>> lists,
    List<RelatedRule> related,
    Map<String, Object> custom) {
  /** The attribute with what rules say to EVENTSEC alone. */
  public static final String OWN = "eventsec";

  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "id",
          "level",
          "related",
          "logsource",
          "detection",
          "correlation",
          "filter",
          "name",
          "taxonomy",
          "status",
          "description",
          "license",
          "author",
          "date",
          "modified",
          "tags",
          "references",
          "falsepositives",
          "fields",
          "scope",
          OWN);

  /** The most points that a rule can say that its alerts count. */
  public static final int MOST_RISK = 1_000;

  /** Copies the collections, keeping the order. */
  public SigmaMetadata {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    related = List.copyOf(related);
    custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
  }

  /** True if rules have an attribute of that name, by the specification or by EVENTSEC. */
  public static boolean isKnown(String attribute) {
    return KNOWN.contains(attribute);
  }

  /** An attribute that is plain text. */
  public Optional<String> text(String attribute) {
    return Optional.ofNullable(texts.get(attribute));
  }

  /** True if that is the id of whatever this is about, or its {@code name}. */
  boolean isCalled(RuleRef ref, String idOrName) {
    return ref.id().equalsIgnoreCase(idOrName) || text("name").filter(idOrName::equals).isPresent();
  }

  /** The same with another list under that attribute. */
  public SigmaMetadata withList(String attribute, List<String> list) {
    Map<String, List<String>> changed = new LinkedHashMap<>(lists);
    changed.put(attribute, List.copyOf(list));
    return new SigmaMetadata(title, level, texts, changed, related, custom);
  }

  /**
   * The same with an attribute more that the specification doesn't know, or another value of it.
   */
  public SigmaMetadata withCustom(String attribute, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(custom);
    changed.put(attribute, value);
    return new SigmaMetadata(title, level, texts, lists, related, changed);
  }

  /** An attribute that is a list of text; empty if the rule hasn't got it. */
  public List<String> list(String attribute) {
    return lists.getOrDefault(attribute, List.of());
  }

  /** How many points an alert counts, 0 to {@value #MOST_RISK}; empty if the rule doesn't say. */
  public OptionalInt risk() {
    return custom.get(OWN) instanceof Map<?, ?> own
            && own.get("risk") instanceof Long points
            && points >= 0
            && points <= MOST_RISK
        ? OptionalInt.of(points.intValue())
        : OptionalInt.empty();
  }
}
