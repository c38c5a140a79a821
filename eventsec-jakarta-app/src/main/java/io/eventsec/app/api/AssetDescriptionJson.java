package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.identity.TeamRef;
import io.eventsec.persistence.inventory.AssetDescription;
import io.eventsec.persistence.inventory.AssetRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say of an asset. */
final class AssetDescriptionJson {
  private static final int SHOWN = 100;

  private AssetDescriptionJson() {}

  /**
   * What is to be said from now on; what is left out stays.
   *
   * @param criticality low, medium, high or critical
   * @param tags what people call it, at most 50 of at most 100 characters
   * @param description what it is for, at most 4,000 characters; empty for nothing
   * @param ownerTeamId the team that answers for it; empty for none
   */
  public record Request(
      @Nullable String criticality,
      @Nullable List<@Nullable String> tags,
      @Nullable String description,
      @Nullable String ownerTeamId) {}

  /**
   * Reads it.
   *
   * @param before the asset as it is
   * @throws ProblemException 400 without a body, 422 if a value is bad
   */
  static AssetDescription read(AssetRecord before, int revision, @Nullable Request body) {
    if (body == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"criticality\": ..., \"tags\": [...], \"description\": ..., \"ownerTeamId\": ...},"
              + " or some of them.");
    }
    Criticality criticality =
        Values.text(body.criticality())
            .map(text -> Values.one(Criticality.class, "criticality", text))
            .orElse(before.criticality());
    Set<String> tags = body.tags() == null ? Set.copyOf(before.tags()) : tags(body.tags());
    Optional<UUID> team =
        body.ownerTeamId() == null
            ? before.ownerTeam().map(TeamRef::id)
            : Values.uuid("ownerTeamId", body.ownerTeamId());
    String description = description(before, body);
    try {
      return new AssetDescription(
          before.tenant(), before.id(), revision, criticality, tags, description, team);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("tags", String.join(", ", tags), e);
    }
  }

  private static String description(AssetRecord before, Request body) {
    if (body.description() == null) {
      return before.description();
    }
    String text = body.description().strip();
    if (text.codePointCount(0, text.length()) > AssetDescription.LONGEST_DESCRIPTION) {
      throw Values.invalid(
          "description",
          text.substring(0, SHOWN) + "...",
          "has more than " + AssetDescription.LONGEST_DESCRIPTION + " characters",
          "Use fewer.");
    }
    return text;
  }

  private static Set<String> tags(List<@Nullable String> given) {
    Set<String> tags = new HashSet<>();
    given.forEach(tag -> tags.add(tag == null ? "" : tag.strip()));
    return tags;
  }
}
