package io.eventsec.app.api;

import io.eventsec.persistence.inventory.AssetMergePreview;
import io.eventsec.persistence.inventory.AssetMergeRecord;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An asset that turned out to be another one.
 *
 * @param asset its id, which leads to the other
 * @param hostname what it was called
 * @param agentId what its agent called itself; it leads to the other too
 * @param cloudId what its cloud called it; it leads to the other too
 * @param rule how that is known: cloud_id, name_and_address, or person
 * @param by the person who said so
 * @param at when
 */
public record AssetMergeJson(
    String asset,
    String hostname,
    Optional<String> agentId,
    Optional<String> cloudId,
    String rule,
    Optional<PersonJson> by,
    Instant at) {
  static AssetMergeJson of(AssetMergeRecord record) {
    return new AssetMergeJson(
        record.merge().merged().toString(),
        record.merge().hostname(),
        record.agentId(),
        record.cloudId(),
        Values.name(record.merge().rule()),
        record.by().map(PersonJson::of),
        record.at());
  }

  /**
   * Says that another asset is the same machine.
   *
   * @param asset the other, by id
   */
  public record Request(@Nullable String asset) {}

  /**
   * What would become of two assets.
   *
   * @param asset the one that would stay, as it is
   * @param other the one that would become part of it, as it is
   * @param after the one that stays, as it would be
   * @param findings how many findings of the other that are not fixed would come along
   * @param incidents how many incidents the other is in
   */
  @Schema(name = "AssetMergePreview")
  public record PreviewJson(
      AssetJson asset, AssetJson other, AssetJson after, long findings, long incidents) {
    static PreviewJson of(AssetMergePreview preview) {
      return new PreviewJson(
          AssetJson.of(preview.survivor()),
          AssetJson.of(preview.other()),
          AssetJson.of(preview.after()),
          preview.belongings().findings(),
          preview.belongings().incidents());
    }
  }
}
