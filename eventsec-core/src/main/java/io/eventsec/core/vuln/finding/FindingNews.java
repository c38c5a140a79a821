package io.eventsec.core.vuln.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A vulnerability of an asset has got a label that people are told of at once. In however many
 * components it is found, it is news once.
 *
 * @param host which asset
 * @param hole which vulnerability
 * @param label what makes it news
 * @param occasion whether it is news by itself
 * @param found where and how bad
 * @param at when it was told
 */
public record FindingNews(
    Host host, Hole hole, NewsLabel label, NewsOccasion occasion, Found found, Instant at) {

  /**
   * An asset.
   *
   * @param asset its id
   * @param name its host name
   * @param addresses its IP addresses
   */
  public record Host(UUID asset, String name, List<String> addresses) {
    /** Copies the list. */
    public Host {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A vulnerability.
   *
   * @param id its id, {@code CVE-2026-1}
   * @param title in one line
   * @param cvss its base score, 0 to 10; empty if nobody has given one
   * @param epss how probable it is that it is exploited, 0 to 1; empty if nobody says
   */
  public record Hole(String id, String title, OptionalDouble cvss, OptionalDouble epss) {}

  /**
   * Where it is found.
   *
   * @param components names with versions
   * @param score the highest risk score, 0 to 1
   * @param fixedIn the version that mends it, if one is known
   * @param due until when it is to be mended, if the policy says
   */
  public record Found(
      List<String> components, double score, Optional<String> fixedIn, Optional<Instant> due) {
    /** Copies the list. */
    public Found {
      components = List.copyOf(components);
    }
  }

  /** What tells this news from all others of its tenant. */
  public String key() {
    return host.asset() + "/" + hole.id() + '/' + label.wireName();
  }
}
