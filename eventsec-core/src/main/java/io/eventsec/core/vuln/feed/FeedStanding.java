package io.eventsec.core.vuln.feed;

import io.eventsec.core.intel.ShownText;
import java.time.Instant;
import java.util.Optional;

/**
 * How a feed stands: which of its versions is in force, and what became of the last one. A version
 * that has lost more than a fifth of the records, and 20 at least, is held back until somebody
 * accepts it; one that is broken changes nothing, and neither does one that is gone. Immutable.
 *
 * @param name the feed's
 * @param state what became of the last version
 * @param reason why it is not in force; empty if it is
 * @param inForce the version that counts; empty while none ever did
 * @param held the version that is held back; empty if none is
 * @param accepted the digest of a version that is put in force although it has lost so much; empty
 *     if there is none
 * @param readAt when the version in force was read; empty while none ever was
 */
public record FeedStanding(
    String name,
    FeedState state,
    String reason,
    Optional<Version> inForce,
    Optional<Version> held,
    String accepted,
    Optional<Instant> readAt) {
  private static final int LONGEST_REASON = 500;
  private static final int FEW = 20;
  private static final int FIFTH = 5;

  /**
   * A version of a feed.
   *
   * @param digest as in {@link FeedContent}
   * @param records how many were read
   * @param refused how many could not be read
   * @param firstRefusal the first of these, for people; empty if there is none
   * @param newest of when it is, as {@link FeedContent#newest()} says
   */
  public record Version(
      String digest, int records, int refused, String firstRefusal, Instant newest) {

    static Version of(FeedContent content) {
      return new Version(
          content.digest(),
          content.records(),
          content.library().refusedInAll(),
          content.library().refused().stream().findFirst().orElse(""),
          content.newest());
    }
  }

  /** A feed of which nothing was read yet. */
  public static FeedStanding unknown(String name) {
    return new FeedStanding(
        name,
        FeedState.UNREADABLE,
        "It was not read yet",
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** After that was read. */
  public FeedStanding read(FeedContent content, Instant now) {
    Version version = Version.of(content);
    int before = inForce.map(Version::records).orElse(0);
    boolean known =
        inForce.map(Version::digest).filter(version.digest()::equals).isPresent()
            || accepted.equals(version.digest());
    if (!known && lost(before, version.records())) {
      return new FeedStanding(
          name,
          FeedState.HELD_BACK,
          "It has "
              + version.records()
              + " records and had "
              + before
              + "; accept it if that is right",
          inForce,
          Optional.of(version),
          accepted,
          readAt);
    }
    return new FeedStanding(
        name, FeedState.IN_FORCE, "", Optional.of(version), Optional.empty(), "", Optional.of(now));
  }

  private static boolean lost(int before, int now) {
    int lost = before - now;
    return lost >= FEW && (long) lost * FIFTH > before;
  }

  /** After it could not be read, or was not there. */
  public FeedStanding unreadable(String why) {
    return new FeedStanding(
        name,
        FeedState.UNREADABLE,
        ShownText.of(why, LONGEST_REASON),
        inForce,
        Optional.empty(),
        accepted,
        readAt);
  }

  /** After somebody accepted the version that is held back; the same if none is. */
  public FeedStanding accept() {
    return new FeedStanding(
        name, state, reason, inForce, held, held.map(Version::digest).orElse(accepted), readAt);
  }

  /** True if a version was accepted that is not in force yet. */
  public boolean waits() {
    return held.map(Version::digest).filter(accepted::equals).isPresent();
  }

  /** The digest of the version in force; empty while there is none. */
  public String digest() {
    return inForce.map(Version::digest).orElse("");
  }
}
