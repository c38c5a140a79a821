package io.eventsec.app.api;

import io.eventsec.persistence.inventory.AssetMerge;
import org.jspecify.annotations.Nullable;

/**
 * An asset that turned out to be another one.
 *
 * @param asset its id, which leads to the other
 * @param hostname what it was called
 * @param rule how that is known: cloud_id, name_and_address, or person
 */
public record AssetMergeJson(String asset, String hostname, String rule) {
  static AssetMergeJson of(AssetMerge merge) {
    return new AssetMergeJson(
        merge.merged().toString(), merge.hostname(), Values.name(merge.rule()));
  }

  /**
   * Says that another asset is the same machine.
   *
   * @param asset the other, by id
   */
  public record Request(@Nullable String asset) {}
}
