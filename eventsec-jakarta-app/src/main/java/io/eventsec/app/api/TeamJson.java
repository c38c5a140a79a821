package io.eventsec.app.api;

import io.eventsec.persistence.identity.TeamRecord;
import io.eventsec.persistence.identity.TeamRef;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A team, to which things can be given.
 *
 * @param id never changes
 * @param name what people call it
 * @param members who is in it, by user name
 * @param createdAt when it was made
 */
public record TeamJson(String id, String name, List<PersonJson> members, Instant createdAt) {
  static TeamJson of(TeamRecord team) {
    return new TeamJson(
        team.id().toString(),
        team.name(),
        team.members().stream().map(PersonJson::of).toList(),
        team.createdAt());
  }

  /**
   * A team as what belongs to it names it.
   *
   * @param id never changes
   * @param name what people call it
   */
  @Schema(name = "TeamRef")
  public record Ref(String id, String name) {
    static Ref of(TeamRef team) {
      return new Ref(team.id().toString(), team.name());
    }
  }

  /**
   * All teams.
   *
   * @param items by name, at most 500
   */
  public record TeamListing(List<TeamJson> items) {}

  /**
   * A team to be made.
   *
   * @param name 1 to 100 printable characters that no other team has
   */
  @Schema(name = "TeamRequest")
  public record Request(@Nullable String name) {}
}
