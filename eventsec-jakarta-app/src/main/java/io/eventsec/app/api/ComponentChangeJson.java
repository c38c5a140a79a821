package io.eventsec.app.api;

import io.eventsec.persistence.inventory.ComponentChange;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A component whose versions on an asset are others than they were.
 *
 * @param kind installed, upgraded or removed
 * @param ecosystem where its name means something
 * @param name in that ecosystem
 * @param arch the architecture it was built for; may be empty
 * @param before the versions that were there, the first 50
 * @param after the versions that are there, the first 50
 */
@Schema(name = "ComponentChange")
public record ComponentChangeJson(
    String kind,
    String ecosystem,
    String name,
    String arch,
    List<String> before,
    List<String> after) {
  static ComponentChangeJson of(ComponentChange change) {
    return new ComponentChangeJson(
        Values.name(change.kind()),
        change.ecosystem(),
        change.name(),
        change.arch(),
        change.before(),
        change.after());
  }

  /**
   * Some of the changes of an asset.
   *
   * @param items by name
   * @param nextCursor where the next page starts; null on the last one
   * @param totals how many there are of every kind; on the first page only
   */
  public record ComponentChangeListing(
      List<ComponentChangeJson> items, Optional<String> nextCursor, Optional<Totals> totals) {}

  /**
   * How much is different, whatever kind is asked for.
   *
   * @param before how many components there were at the first moment
   * @param installed how many were not there before
   * @param upgraded how many are there in other versions
   * @param removed how many are there no more
   */
  @Schema(name = "ComponentChangeTotals")
  public record Totals(long before, long installed, long upgraded, long removed) {
    static Totals of(ComponentChange.Totals totals) {
      return new Totals(totals.before(), totals.installed(), totals.upgraded(), totals.removed());
    }
  }
}
