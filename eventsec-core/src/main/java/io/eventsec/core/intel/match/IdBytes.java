package io.eventsec.core.intel.match;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sources call objects, in few bytes: most ids are a UUID with a type before it. */
final class IdBytes {
  private static final Pattern WITH_UUID =
      Pattern.compile("([a-z0-9-]*)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
  private static final int TEXT = 0;
  private static final int UUID_BEHIND = 1;

  private IdBytes() {}

  static byte[] of(String id) {
    Matcher uuid = WITH_UUID.matcher(id);
    RecordWriter out = new RecordWriter();
    if (uuid.matches()) {
      UUID value = UUID.fromString(uuid.group(2));
      out.one(UUID_BEHIND);
      out.whole(value.getMostSignificantBits());
      out.whole(value.getLeastSignificantBits());
      out.text(uuid.group(1));
    } else {
      out.one(TEXT);
      out.text(id);
    }
    return java.util.Arrays.copyOf(out.bytes(), out.length());
  }

  static String text(byte[] bytes) {
    RecordReader in = new RecordReader(bytes, 0);
    if (in.one() == TEXT) {
      return in.text();
    }
    UUID value = new UUID(in.whole(), in.whole());
    return in.text() + value;
  }

  static Key key(Key key, byte[] id) {
    key.clear(KeyKind.ID, id.length).add(id);
    return key.digested();
  }
}
