package io.eventsec.persistence.inventory;

import java.util.UUID;

/**
 * An asset that turned out to be another one.
 *
 * @param merged its id, which leads to the other from now on
 * @param survivor the asset it is part of
 * @param hostname what it was called
 * @param rule how that is known
 */
public record AssetMerge(UUID merged, UUID survivor, String hostname, Rule rule) {
  /** How it is known that two assets are one. */
  public enum Rule {
    /** Whoever has the agent says that it is the machine of that id in its cloud. */
    CLOUD_ID,
    /** One that nothing but its name tells has the name and one of the addresses of the other. */
    NAME_AND_ADDRESS,
    /** A person says so. */
    PERSON
  }
}
