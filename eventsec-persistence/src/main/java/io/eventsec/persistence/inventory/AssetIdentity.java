package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.StorableText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who an asset is. One that has an agent is known by the agent's id, else by the id that its cloud
 * has for it, else by its host name.
 *
 * @param agentId what the agent on it calls itself, 1 to 200 characters
 * @param cloudId the cloud and what it calls the machine, such as {@code aws:i-0123456789abcdef0},
 *     1 to 200 characters
 * @param hostname 1 to 255 characters, kept in lower case
 * @param addresses its IP addresses as literals, at most 100
 */
public record AssetIdentity(
    Optional<String> agentId, Optional<String> cloudId, String hostname, Set<String> addresses) {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_HOSTNAME = 255;
  private static final int MOST_ADDRESSES = 100;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]");

  /**
   * Copies the set, brings the host name to lower case and checks all.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public AssetIdentity {
    agentId.ifPresent(id -> name("Agent id", id, LONGEST_ID));
    cloudId.ifPresent(id -> name("Cloud id", id, LONGEST_ID));
    name("Host name", hostname, LONGEST_HOSTNAME);
    hostname = hostname.toLowerCase(Locale.ROOT);
    addresses = Set.copyOf(addresses);
    if (addresses.size() > MOST_ADDRESSES) {
      throw new IllegalArgumentException(
          addresses.size() + " addresses of '" + hostname + "': send at most " + MOST_ADDRESSES);
    }
    addresses.forEach(AddressText::check);
  }

  /** An asset of that name, without agent, cloud and known addresses. */
  public static AssetIdentity ofHostname(String hostname) {
    return new AssetIdentity(Optional.empty(), Optional.empty(), hostname, Set.of());
  }

  private static void name(String what, String text, int longest) {
    Limits.length(what, StorableText.exactly(what, text), 1, longest);
    if (UNPRINTABLE.matcher(text).find()) {
      throw new IllegalArgumentException(what + " '" + text + "' contains white space");
    }
  }
}
