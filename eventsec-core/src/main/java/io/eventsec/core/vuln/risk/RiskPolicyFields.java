package io.eventsec.core.vuln.risk;

import static io.eventsec.core.vuln.risk.RiskPolicyDocument.name;

import io.eventsec.core.vuln.RiskLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the fields of a policy of risk, and says of the first that is wrong what is. */
final class RiskPolicyFields {
  static final List<RiskLevel> WORST_FIRST =
      List.of(RiskLevel.CRITICAL, RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW);

  private static final int MOST_CONDITIONS = 50;
  private static final Set<String> DOCUMENT =
      Set.of("name", "version", "levels", "weights", "dueDays");
  private static final Set<String> CONDITION =
      Set.of("cvss", "epss", "exploited", "ransomware", "ssvc", "exposed");
  private static final Set<String> WEIGHTS = Set.of("cvss", "epss", "exploited");
  private static final Set<String> GIVEN_LEVELS = Set.of("critical", "high", "medium");
  private static final Set<String> LEVELS = Set.of("critical", "high", "medium", "low");

  private RiskPolicyFields() {}

  static RiskPolicyDocument document(Map<String, Object> document)
      throws InvalidRiskPolicyException {
    known("", document, DOCUMENT);
    String name = document.get("name") instanceof String text ? text : "";
    if (!RiskPolicy.NAME.matcher(name).matches()) {
      throw new InvalidRiskPolicyException(
          "name", name, "is no name of a policy", "use " + RiskPolicy.NAME_RULE);
    }
    OptionalInt version = version(document);
    return new RiskPolicyDocument(
        new RiskPolicy(
            name, version.orElse(1), levels(document), weights(document), dueDays(document)),
        version.isPresent());
  }

  private static OptionalInt version(Map<String, Object> document)
      throws InvalidRiskPolicyException {
    return document.containsKey("version")
        ? OptionalInt.of(whole("version", document.get("version"), RiskPolicy.LAST_VERSION))
        : OptionalInt.empty();
  }

  private static Map<RiskLevel, List<RiskCondition>> levels(Map<String, Object> document)
      throws InvalidRiskPolicyException {
    if (!document.containsKey("levels")) {
      throw new InvalidRiskPolicyException(
          "levels", "", "is missing", "write {\"critical\": [{\"exploited\": true}], ...}");
    }
    Map<String, Object> given = object("levels", document.get("levels"));
    known("levels.", given, GIVEN_LEVELS);
    Map<RiskLevel, List<RiskCondition>> levels = new EnumMap<>(RiskLevel.class);
    for (Map.Entry<String, Object> one : given.entrySet()) {
      levels.put(level(one.getKey()), conditions("levels." + one.getKey(), one.getValue()));
    }
    return levels;
  }

  private static List<RiskCondition> conditions(String field, Object value)
      throws InvalidRiskPolicyException {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_CONDITIONS) {
      throw new InvalidRiskPolicyException(
          field,
          value instanceof List<?> list ? list.size() + " conditions" : value.toString(),
          "is not a list of 1 to " + MOST_CONDITIONS + " conditions",
          "write [{\"cvss\": 9.0}], or leave the level out");
    }
    List<RiskCondition> conditions = new ArrayList<>();
    for (Object one : list) {
      conditions.add(condition(field + '[' + conditions.size() + ']', one));
    }
    return conditions;
  }

  private static RiskCondition condition(String field, Object value)
      throws InvalidRiskPolicyException {
    Map<String, Object> asked = object(field, value);
    known(field + '.', asked, CONDITION);
    OptionalDouble cvss = number(field, asked, "cvss", 10);
    OptionalDouble epss = number(field, asked, "epss", 1);
    boolean exploited = truth(field, asked, "exploited");
    boolean ransomware = truth(field, asked, "ransomware");
    boolean exposed = truth(field, asked, "exposed");
    Optional<SsvcDecision> decision = decision(field, asked);
    boolean nothing = cvss.isEmpty() && epss.isEmpty() && decision.isEmpty();
    if (nothing && !exploited && !ransomware && !exposed) {
      throw new InvalidRiskPolicyException(
          field, asked.toString(), "asks nothing", "ask for one of " + sorted(CONDITION));
    }
    return new RiskCondition(cvss, epss, exploited, ransomware, decision, exposed);
  }

  private static Optional<SsvcDecision> decision(String field, Map<String, Object> asked)
      throws InvalidRiskPolicyException {
    if (!asked.containsKey("ssvc")) {
      return Optional.empty();
    }
    String given = String.valueOf(asked.get("ssvc"));
    Optional<SsvcDecision> decision =
        Arrays.stream(SsvcDecision.values()).filter(one -> name(one).equals(given)).findFirst();
    if (decision.isEmpty()) {
      throw new InvalidRiskPolicyException(
          field + ".ssvc",
          given,
          "is no decision",
          "use one of " + Arrays.stream(SsvcDecision.values()).map(one -> name(one)).toList());
    }
    return decision;
  }

  private static RiskWeights weights(Map<String, Object> document)
      throws InvalidRiskPolicyException {
    if (!document.containsKey("weights")) {
      return RiskPolicy.DEFAULT.weights();
    }
    Map<String, Object> given = object("weights", document.get("weights"));
    known("weights.", given, WEIGHTS);
    return new RiskWeights(
        number("weights", given, "cvss", 1).orElse(0),
        number("weights", given, "epss", 1).orElse(0),
        number("weights", given, "exploited", 1).orElse(0));
  }

  private static Map<RiskLevel, Integer> dueDays(Map<String, Object> document)
      throws InvalidRiskPolicyException {
    if (!document.containsKey("dueDays")) {
      return Map.of();
    }
    Map<String, Object> given = object("dueDays", document.get("dueDays"));
    known("dueDays.", given, LEVELS);
    Map<RiskLevel, Integer> days = new EnumMap<>(RiskLevel.class);
    for (Map.Entry<String, Object> one : given.entrySet()) {
      days.put(
          level(one.getKey()),
          whole("dueDays." + one.getKey(), one.getValue(), RiskPolicy.LONGEST_DUE));
    }
    return days;
  }

  private static RiskLevel level(String known) {
    return WORST_FIRST.stream().filter(one -> name(one).equals(known)).findFirst().orElseThrow();
  }

  private static void known(String within, Map<String, Object> object, Set<String> names)
      throws InvalidRiskPolicyException {
    for (String name : object.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidRiskPolicyException(
            within + name, "", "is no field of a policy", "use " + sorted(names));
      }
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  // The reader makes maps with texts as keys, without nulls.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String field, Object value)
      throws InvalidRiskPolicyException {
    if (value instanceof Map<?, ?>) {
      return (Map<String, Object>) value;
    }
    throw new InvalidRiskPolicyException(
        field, String.valueOf(value), "is no object", "write {...}");
  }

  private static boolean truth(String field, Map<String, Object> object, String name)
      throws InvalidRiskPolicyException {
    Object value = object.getOrDefault(name, false);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new InvalidRiskPolicyException(
        field + '.' + name, value.toString(), "is neither true nor false", "use one of them");
  }

  private static OptionalDouble number(
      String field, Map<String, Object> object, String name, int most)
      throws InvalidRiskPolicyException {
    if (!object.containsKey(name)) {
      return OptionalDouble.empty();
    }
    String text = String.valueOf(object.get(name));
    if (text.matches("[0-9]{1,2}(\\.[0-9]{1,9})?") && Double.parseDouble(text) <= most) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    throw new InvalidRiskPolicyException(
        field + '.' + name, text, "is no number from 0 to " + most, "use one");
  }

  private static int whole(String field, Object value, int most) throws InvalidRiskPolicyException {
    String text = String.valueOf(value);
    if (text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new InvalidRiskPolicyException(
        field, text, "is no whole number from 1 to " + most, "use one");
  }
}
