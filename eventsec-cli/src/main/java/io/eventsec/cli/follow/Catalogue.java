package io.eventsec.cli.follow;

import io.eventsec.cli.follow.Recognition.Likeness;
import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.FileKey;
import io.eventsec.cli.tail.GzipContent;
import io.eventsec.cli.tail.Mark;
import io.eventsec.cli.tail.Position;
import io.eventsec.cli.tail.RotatedName;
import io.eventsec.cli.tail.Sample;
import io.eventsec.cli.tail.Sighting;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Which file is which: those that are open, those that rest, and whose each file is that is seen.
 * Not thread-safe.
 */
final class Catalogue {
  /** So much of a file must be the same for another one under its name to be its continuation. */
  private static final long SURE_BYTES = Sample.MOST;

  private static final int MOST_IGNORED = 100_000;

  /** Fewer bytes do not tell gzip from text. */
  private static final int SMALLEST = 2;

  private static final long RECENT_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private final Shipping shipping;
  private final int mostFiles;
  private final Known known;
  private final Map<FileKey, FollowedFile> open = new HashMap<>();
  private final Map<FileKey, Resting> resting = new HashMap<>();
  private final Map<String, FollowedFile> byOrigin = new HashMap<>();
  private final Map<FileKey, Sighting> ignored = new HashMap<>();
  private final Set<String> restingOrigins = new HashSet<>();
  private int leftOut;
  private int scans;

  /** A file that is not open; looked at again when it changes. */
  private record Resting(String origin, long size, long modified) {
    boolean isStill(Sighting seen) {
      return seen.size() == size && seen.modified() == modified;
    }
  }

  Catalogue(Shipping shipping, int mostFiles) throws IOException {
    this.shipping = shipping;
    this.mostFiles = mostFiles;
    this.known = new Known(shipping.store());
  }

  /** The files that are open. */
  Collection<FollowedFile> files() {
    return open.values();
  }

  /** How many files are not read because others are. */
  int leftOut() {
    return leftOut;
  }

  /** How many are read to their end and have not changed since. */
  int resting() {
    return resting.size();
  }

  /** Takes in what was seen. */
  void see(Watched.Scan scan) {
    Set<FileKey> seen = new HashSet<>();
    List<Sighting> unknown = new ArrayList<>();
    scan.files().forEach(sighting -> see(sighting, seen, unknown));
    Set<Sighting> named = new HashSet<>(unknown);
    for (Sighting sighting : scan.rotated()) {
      if (!isIgnored(sighting) && !known.named(sighting.name().live()).isEmpty()) {
        see(sighting, seen, unknown);
      }
    }
    open.forEach((key, file) -> markGone(file, seen.contains(key)));
    resting.keySet().retainAll(seen);
    if (ignored.size() > MOST_IGNORED) {
      ignored.clear();
    }
    restingOrigins.clear();
    resting.values().forEach(rests -> restingOrigins.add(rests.origin()));
    int were = leftOut;
    leftOut = 0;
    // First those that are where they were: a copy of one of them must not take its place.
    Map<Path, String> problems = scan.problems();
    List<Sighting> others = new ArrayList<>();
    for (Sighting file : unknown) {
      if (!recognised(file, problems, this::inPlace)) {
        others.add(file);
      }
    }
    for (Sighting file : others) {
      recognised(file, problems, (sight, content) -> mark(sight, content, named.contains(sight)));
    }
    shipping.crowded().set(leftOut > 0 || were > 0);
    if (scans++ % 3_600 == 0) {
      prune();
    }
  }

  /** It was nobody's, and is as it was then but for its name. */
  private boolean isIgnored(Sighting sighting) {
    Sighting then = ignored.get(sighting.key());
    return then != null && then.size() == sighting.size() && then.modified() == sighting.modified();
  }

  private static void markGone(FollowedFile file, boolean isSeen) {
    if (!isSeen) {
      file.gone();
    }
  }

  private void see(Sighting sighting, Set<FileKey> seen, List<Sighting> unknown) {
    seen.add(sighting.key());
    FollowedFile file = open.get(sighting.key());
    Resting rests = resting.get(sighting.key());
    if (file != null) {
      file.seen(sighting);
    } else if (rests == null || !rests.isStill(sighting)) {
      resting.remove(sighting.key());
      if (sighting.size() >= SMALLEST) {
        unknown.add(sighting);
      }
    }
  }

  private void prune() {
    Set<String> used = new HashSet<>();
    open.values().forEach(file -> used.add(file.mark().origin()));
    resting.values().forEach(rests -> used.add(rests.origin()));
    try {
      known.prune(used, Instant.now());
    } catch (IOException e) {
      shipping.notes().problem("old positions cannot be deleted: " + Watched.cause(e));
    }
  }

  /** Finds the mark that a content belongs to. */
  @FunctionalInterface
  private interface Finder {
    Optional<Mark> find(Sighting seen, Content content) throws IOException;
  }

  /** Opens a file if its mark is found. */
  private boolean recognised(Sighting seen, Map<Path, String> problems, Finder finder) {
    if (open.size() >= mostFiles) {
      leftOut++;
      return true; // not now
    }
    try {
      Content content = Content.open(seen.path());
      boolean kept = false;
      try {
        if (Sighting.of(seen.path()).key().equals(seen.key())) {
          Optional<Mark> mark = finder.find(seen, content);
          mark.ifPresent(found -> open(content, found, seen));
          kept = mark.isPresent();
        }
        return kept;
      } finally {
        if (!kept) {
          content.close();
        }
      }
    } catch (NoSuchFileException e) {
      return true; // renamed or deleted since it was seen: the next scan knows more
    } catch (IOException e) {
      problems.put(seen.path(), Watched.cause(e));
      return true;
    }
  }

  private void open(Content content, Mark mark, Sighting seen) {
    Mark here = mark.seenAt(seen.path().toString(), seen.key());
    known.put(here);
    FollowedFile file = new FollowedFile(shipping, content, here, seen);
    open.put(seen.key(), file);
    byOrigin.put(here.origin(), file);
  }

  /** The mark of a file that is where it was. */
  private Optional<Mark> inPlace(Sighting seen, Content content) throws IOException {
    for (Mark mark : known.at(seen.key())) {
      if (isHomeless(mark) && likeness(mark, seen, content) == Likeness.SAME) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /** Whose file it is; empty if it is nobody's, or cannot be told yet. */
  private Optional<Mark> mark(Sighting seen, Content content, boolean mayBeNew) throws IOException {
    RotatedName name = seen.name();
    for (Mark mark : known.named(name.live())) {
      Relation relation =
          name.isRotated() ? relation(mark, seen, content) : continuation(mark, seen, content);
      if (relation == Relation.MINE) {
        return Optional.of(mark);
      }
      if (relation == Relation.UNDECIDED) {
        return Optional.empty();
      }
    }
    // What was written under the name while nobody followed has been renamed since.
    if (mayBeNew || known.wasFollowed(name.live(), seen.modified())) {
      return Optional.of(begun(seen, content));
    }
    ignored.put(seen.key(), seen);
    return Optional.empty();
  }

  private enum Relation {
    /** It has what the mark has read, and nobody else does. */
    MINE,
    /** It is a copy of a file that is read, or may become one. */
    UNDECIDED,
    /** Another file. */
    NONE
  }

  /** Of a file that another one was put in the place of, with the same content and more. */
  private Relation continuation(Mark mark, Sighting seen, Content content) throws IOException {
    boolean sure =
        mark.path().equals(seen.path().toString())
            && mark.taken().offset() >= SURE_BYTES
            && isHomeless(mark)
            && likeness(mark, seen, content) == Likeness.SAME;
    return sure ? Relation.MINE : Relation.NONE;
  }

  /** Of a file with a name that rotation gives. */
  private Relation relation(Mark stored, Sighting seen, Content content) throws IOException {
    Optional<FollowedFile> file = openFile(stored.origin());
    Mark mark = file.map(FollowedFile::mark).orElse(stored);
    Likeness likeness = likeness(mark, seen, content);
    if (likeness == Likeness.OTHER) {
      return Relation.NONE;
    }
    if (likeness == Likeness.SAME) {
      return isHomeless(mark) ? Relation.MINE : Relation.UNDECIDED;
    }
    return isBeingCopied(mark, file, seen, content) ? Relation.UNDECIDED : Relation.NONE;
  }

  /** While a copy is made, what it is of is there. */
  private boolean isBeingCopied(
      Mark mark, Optional<FollowedFile> file, Sighting seen, Content content) throws IOException {
    if (file.isPresent() && content.grows() && file.get().content().grows()) {
      return Recognition.isBeginning(content, file.get().content());
    }
    boolean unfinished = content instanceof GzipContent gzip && gzip.isBroken();
    return isRecent(seen) && (unfinished || !isHomeless(mark));
  }

  /** A gzip file that breaks off is being written, for as long as it is new. */
  private static Likeness likeness(Mark mark, Sighting seen, Content content) throws IOException {
    try {
      return Recognition.compare(mark, content);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (content.grows()) {
        throw e;
      }
      return isRecent(seen) ? Likeness.BEGINNING : Likeness.OTHER;
    }
  }

  private static boolean isRecent(Sighting seen) {
    return System.currentTimeMillis() - seen.modified() < RECENT_MILLIS;
  }

  private Optional<FollowedFile> openFile(String origin) {
    return Optional.ofNullable(byOrigin.get(origin));
  }

  private boolean isHomeless(Mark mark) {
    return !byOrigin.containsKey(mark.origin()) && !restingOrigins.contains(mark.origin());
  }

  private static Mark begun(Sighting seen, Content content) throws IOException {
    Sample head = Sample.of(content, 0, Sample.MOST);
    String origin = "ship-" + UUID.randomUUID().toString().replace("-", "");
    return new Mark(
        origin,
        System.currentTimeMillis(),
        seen.path().toString(),
        seen.key(),
        head,
        Position.START,
        Optional.empty());
  }

  /** A file is read to its end: closed until it changes. */
  void finished(FollowedFile file) {
    Mark mark = close(file);
    if (!file.isGone()) {
      resting.put(mark.key(), new Resting(mark.origin(), file.size(), file.modified()));
      restingOrigins.add(mark.origin());
    }
  }

  /** A file is another one now: what it was is looked for elsewhere. */
  void replaced(FollowedFile file) {
    close(file);
    shipping.notes().say(file.mark().path() + " was truncated or written anew");
  }

  private Mark close(FollowedFile file) {
    Mark mark = file.mark();
    open.remove(mark.key(), file);
    byOrigin.remove(mark.origin(), file);
    known.put(mark);
    try {
      file.close();
    } catch (IOException e) {
      shipping.notes().problem(mark.path() + " cannot be closed: " + Watched.cause(e));
    }
    return mark;
  }
}
