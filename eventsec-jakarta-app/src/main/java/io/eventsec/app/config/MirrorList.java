package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import io.eventsec.core.vuln.mirror.MirroredFeed;
import java.util.ArrayList;
import java.util.List;

/** Feeds that are mirrored, as they are written down. */
final class MirrorList {
  private static final int MOST = 100;

  static final ValueType<List<MirroredFeed>> TYPE =
      new ValueType<>(
          "up to "
              + MOST
              + " of `kev`, `epss`, `osv:ECOSYSTEM` and `name=https://host/file.zip`, separated by blanks",
          MirrorList::read);

  private MirrorList() {}

  private static List<MirroredFeed> read(String text) throws InvalidValueException {
    List<MirroredFeed> feeds = new ArrayList<>();
    for (String part : text.strip().split("\\s+")) {
      MirroredFeed feed = feed(part);
      if (feeds.stream().map(MirroredFeed::fileName).anyMatch(feed.fileName()::equals)) {
        throw new InvalidValueException("names the feed " + feed.fileName() + " twice");
      }
      feeds.add(feed);
      if (feeds.size() > MOST) {
        throw new InvalidValueException("names more than " + MOST + " feeds");
      }
    }
    return List.copyOf(feeds);
  }

  private static MirroredFeed feed(String part) throws InvalidValueException {
    try {
      return MirroredFeed.parse(part);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "has a part that is none: " + Printable.of(String.valueOf(e.getMessage())));
    }
  }
}
