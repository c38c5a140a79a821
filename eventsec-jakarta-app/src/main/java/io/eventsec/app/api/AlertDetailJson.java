package io.eventsec.app.api;

import io.eventsec.app.api.AlertJson.EntitiesJson;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertHistoryEntry;
import io.eventsec.persistence.alert.AlertPeople;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An alert with all that is known of it: the members of {@link AlertJson}, and those below.
 *
 * @param description what the rule finds
 * @param tags the rule's tags
 * @param attack the ATT&amp;CK techniques among them
 * @param falsePositives what else can look like it
 * @param references where to read more
 * @param matchedItems why it fired
 * @param evidence the events that made it fire
 * @param history who did what, oldest first
 * @param rule the rule that fired, in the version that fired; null if its text was never recorded
 * @param correlationId the exchange that brought its first event, as in the {@code
 *     X-Correlation-Id} of its answer and in the log; null if it came otherwise
 * @param people whose it is
 */
public record AlertDetailJson(
    String id,
    String title,
    String severity,
    String status,
    String ruleId,
    String ruleVersion,
    String source,
    Instant eventTime,
    Instant lastEventTime,
    long firings,
    Instant raisedAt,
    EntitiesJson entities,
    int revision,
    Optional<String> description,
    List<String> tags,
    List<Technique> attack,
    List<String> falsePositives,
    List<String> references,
    List<MatchedJson> matchedItems,
    List<EvidenceJson> evidence,
    List<HistoryJson> history,
    Optional<RuleTextJson> rule,
    Optional<String> correlationId,
    PeopleJson people) {
  private static final String TECHNIQUE_TAG = "attack\\.t[0-9]{4}(\\.[0-9]{3})?";

  static AlertDetailJson of(AlertDetail detail, Optional<RuleText> rule) {
    AlertJson summary = AlertJson.of(detail.summary());
    return new AlertDetailJson(
        summary.id(),
        summary.title(),
        summary.severity(),
        summary.status(),
        summary.ruleId(),
        summary.ruleVersion(),
        summary.source(),
        summary.eventTime(),
        summary.lastEventTime(),
        summary.firings(),
        summary.raisedAt(),
        summary.entities(),
        summary.revision(),
        rule.flatMap(text -> text.text("description")),
        detail.tags(),
        detail.tags().stream().filter(AlertDetailJson::technique).map(Technique::of).toList(),
        rule.map(text -> text.list("falsepositives")).orElse(List.of()),
        rule.map(text -> text.list("references")).orElse(List.of()),
        detail.matchedItems().stream().map(MatchedJson::of).toList(),
        detail.evidence().stream().map(EvidenceJson::of).toList(),
        detail.history().stream().map(HistoryJson::of).toList(),
        rule.map(RuleTextJson::of),
        detail.correlation().map(Correlation::id),
        PeopleJson.of(detail.people()));
  }

  private static boolean technique(String tag) {
    return tag.toLowerCase(Locale.ROOT).matches(TECHNIQUE_TAG);
  }

  /**
   * An ATT&amp;CK technique.
   *
   * @param id such as T1046
   * @param name null: this installation holds no copy of ATT&amp;CK
   */
  public record Technique(String id, Optional<String> name) {
    static Technique of(String tag) {
      return new Technique(
          tag.substring(tag.indexOf('.') + 1).toUpperCase(Locale.ROOT), Optional.empty());
    }
  }

  /**
   * One reason why the rule fired.
   *
   * @param selection the part of the rule
   * @param field the field it looks at
   * @param modifiers how it compares
   * @param value what the rule asks for
   * @param actual what the event had
   */
  public record MatchedJson(
      String selection, String field, List<String> modifiers, String value, String actual) {
    static MatchedJson of(MatchedItem item) {
      return new MatchedJson(
          item.selection(), item.field(), item.modifiers(), item.value(), item.actual());
    }
  }

  /**
   * An event that made the rule fire.
   *
   * @param eventId its id
   * @param eventTime when it happened
   * @param source where it came from
   * @param fields by dotted name; the sender's own stand under their own names, with {@code
   *     native.} before them where ECS has that name too
   * @param original as it came
   */
  public record EvidenceJson(
      String eventId,
      Instant eventTime,
      String source,
      Map<String, Object> fields,
      String original) {
    static EvidenceJson of(Event event) {
      Map<String, Object> fields = new LinkedHashMap<>(event.ecsFields());
      event
          .nativeFields()
          .forEach(
              (name, value) ->
                  fields.put(fields.containsKey(name) ? "native." + name : name, value));
      return new EvidenceJson(
          event.id().value(), event.time(), event.source(), fields, event.original());
    }
  }

  /**
   * Whose an alert is.
   *
   * @param owner who answers for it
   * @param assignee who works on it now
   * @param closedBy who said that it is done with, if it is closed
   * @param closedAt since when it is closed
   */
  public record PeopleJson(
      Optional<PersonJson> owner,
      Optional<PersonJson> assignee,
      Optional<PersonJson> closedBy,
      Optional<Instant> closedAt) {
    static PeopleJson of(AlertPeople people) {
      return new PeopleJson(
          people.owner().map(PersonJson::of),
          people.assignee().map(PersonJson::of),
          people.closedBy().map(PersonJson::of),
          people.closedAt());
    }
  }

  /**
   * A change.
   *
   * @param change of what: status, owner or assignee
   * @param from where it stood
   * @param to where it stands since; the same unless the status changed
   * @param subject whose it is since, if owner or assignee changed; null for nobody's
   * @param comment what the user said to it
   * @param user who
   * @param at when
   */
  public record HistoryJson(
      String change,
      String from,
      String to,
      Optional<PersonJson> subject,
      Optional<String> comment,
      String user,
      Instant at) {
    static HistoryJson of(AlertHistoryEntry entry) {
      return new HistoryJson(
          Values.name(entry.change()),
          Values.name(entry.from()),
          Values.name(entry.to()),
          entry.subject().map(PersonJson::of),
          entry.comment(),
          entry.username(),
          entry.at());
    }
  }

  /**
   * The rule as it was when it fired.
   *
   * @param id its id
   * @param version of its text
   * @param title its title
   * @param level its level
   * @param status its maturity
   * @param author who wrote it
   * @param sourceYaml its text
   */
  public record RuleTextJson(
      String id,
      String version,
      String title,
      String level,
      Optional<String> status,
      Optional<String> author,
      String sourceYaml) {
    static RuleTextJson of(RuleText rule) {
      return new RuleTextJson(
          rule.ref().id(),
          rule.ref().version(),
          rule.title(),
          rule.level().sigmaName(),
          rule.text("status"),
          rule.text("author"),
          rule.yaml());
    }
  }
}
