package io.eventsec.app.api;

import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentHistoryEntry;
import io.eventsec.persistence.incident.IncidentHistoryEntry.TitleChange;
import io.eventsec.persistence.incident.IncidentItem;
import io.eventsec.persistence.incident.IncidentItemRef;
import io.eventsec.persistence.incident.IncidentPeople;
import io.eventsec.persistence.incident.IncidentSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a list shows it.
 *
 * @param id its id
 * @param title in one line
 * @param severity informational, low, medium, high or critical
 * @param status open, in_progress, on_hold or closed
 * @param people whose it is
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param closedAt since when it is closed
 * @param itemCount how many things are part of it
 * @param revision 1 when created, one more for each change
 */
public record IncidentJson(
    String id,
    String title,
    String severity,
    String status,
    PeopleJson people,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> closedAt,
    long itemCount,
    int revision) {

  static IncidentJson of(IncidentSummary incident) {
    return new IncidentJson(
        incident.id().toString(),
        incident.title(),
        incident.severity().sigmaName(),
        Values.name(incident.status()),
        PeopleJson.of(incident.people()),
        incident.createdAt(),
        incident.updatedAt(),
        incident.closedAt(),
        incident.items(),
        incident.revision());
  }

  /**
   * Whose an incident is.
   *
   * @param createdBy who created it
   * @param owner who answers for it
   * @param assignee who works on it now
   * @param closedBy who said that it is done with, if it is closed
   */
  public record PeopleJson(
      PersonJson createdBy,
      Optional<PersonJson> owner,
      Optional<PersonJson> assignee,
      Optional<PersonJson> closedBy) {
    static PeopleJson of(IncidentPeople people) {
      return new PeopleJson(
          PersonJson.of(people.createdBy()),
          people.owner().map(PersonJson::of),
          people.assignee().map(PersonJson::of),
          people.closedBy().map(PersonJson::of));
    }
  }

  /**
   * An incident with all that is known of it: the members of {@link IncidentJson}, and those below.
   *
   * @param description what it says
   * @param items what is part of it, in the order in which it became so
   * @param history who did what, oldest first; of a very long one the newest 1,000 lines
   */
  public record Detail(
      String id,
      String title,
      String severity,
      String status,
      PeopleJson people,
      Instant createdAt,
      Instant updatedAt,
      Optional<Instant> closedAt,
      long itemCount,
      int revision,
      String description,
      List<ItemJson> items,
      List<HistoryJson> history) {
    static Detail of(IncidentDetail detail) {
      IncidentJson summary = IncidentJson.of(detail.summary());
      return new Detail(
          summary.id(),
          summary.title(),
          summary.severity(),
          summary.status(),
          summary.people(),
          summary.createdAt(),
          summary.updatedAt(),
          summary.closedAt(),
          summary.itemCount(),
          summary.revision(),
          detail.description(),
          detail.items().stream().map(ItemJson::of).toList(),
          detail.history().stream().map(HistoryJson::of).toList());
    }
  }

  /**
   * Something that is part of an incident.
   *
   * @param id of its being part of it, to take it out by
   * @param kind alert, asset or event
   * @param key the id of that
   * @param label what people call it
   * @param addedBy who made it part of it
   * @param addedAt when
   */
  public record ItemJson(
      String id, String kind, String key, String label, PersonJson addedBy, Instant addedAt) {
    static ItemJson of(IncidentItem item) {
      return new ItemJson(
          Long.toString(item.id()),
          Values.name(item.ref().kind()),
          item.ref().key(),
          item.label(),
          PersonJson.of(item.addedBy()),
          item.addedAt());
    }
  }

  /**
   * A change of an incident.
   *
   * @param change created, title, status, owner, assignee, item_added or item_removed
   * @param from where it stood, if its status changed; what it was called, if its title changed
   * @param to where it stands since, or what it is called since
   * @param subject whose it is since, if owner or assignee changed; null for nobody's
   * @param item what came or went, if something did
   * @param comment what the user said to it
   * @param user who
   * @param at when
   */
  public record HistoryJson(
      String change,
      Optional<String> from,
      Optional<String> to,
      Optional<PersonJson> subject,
      Optional<RefJson> item,
      Optional<String> comment,
      PersonJson user,
      Instant at) {
    static HistoryJson of(IncidentHistoryEntry entry) {
      return new HistoryJson(
          Values.name(entry.change()),
          entry.from().map(Values::name).or(() -> entry.title().map(TitleChange::from)),
          entry.to().map(Values::name).or(() -> entry.title().map(TitleChange::to)),
          entry.subject().map(PersonJson::of),
          entry.item().map(RefJson::of),
          entry.comment(),
          PersonJson.of(entry.changedBy()),
          entry.at());
    }
  }

  /**
   * Names something that can be part of an incident.
   *
   * @param kind alert, asset or event
   * @param key its id
   */
  public record RefJson(@Nullable String kind, @Nullable String key) {
    static RefJson of(IncidentItemRef ref) {
      return new RefJson(Values.name(ref.kind()), ref.key());
    }
  }

  /**
   * An incident to be created. Who creates it owns it at first.
   *
   * @param title 1 to 300 characters
   * @param description at most 20,000 characters
   * @param severity informational, low, medium, high or critical
   * @param alerts ids of 1 to 200 alerts that it is made of
   */
  public record Request(
      @Nullable String title,
      @Nullable String description,
      @Nullable String severity,
      @Nullable List<@Nullable String> alerts) {}

  /**
   * Things to be made part of an incident; those that are part of it already are left as they are.
   *
   * @param items 1 to 200 of them
   * @param comment what the user says to it, at most 4,000 characters
   */
  public record ItemsRequest(@Nullable List<@Nullable RefJson> items, @Nullable String comment) {}
}
