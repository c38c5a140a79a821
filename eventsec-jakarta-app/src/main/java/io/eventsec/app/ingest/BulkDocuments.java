package io.eventsec.app.ingest;

import io.eventsec.core.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The documents of a bulk call that are for one source. Not thread-safe. */
final class BulkDocuments {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final ByteArrayOutputStream ids = new ByteArrayOutputStream();
  private int count;
  private boolean allNamed = true;

  /**
   * Adds one.
   *
   * @return its place among them, from 0
   */
  int add(Optional<String> id, byte[] body, int offset, int length) {
    lines.write(body, offset, length);
    lines.write('\n');
    allNamed &= id.isPresent();
    ids.writeBytes(id.orElse("").getBytes(StandardCharsets.UTF_8));
    ids.write('\n');
    return count++;
  }

  Payload payload() {
    return new Payload(lines.toByteArray(), count);
  }

  /**
   * What tells these from all others, if the sender has given each an id; the same if sent again.
   */
  Optional<String> fingerprint() {
    if (!allNamed) {
      return Optional.empty();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(ids.size() + lines.size());
    all.writeBytes(ids.toByteArray());
    all.writeBytes(lines.toByteArray());
    return Optional.of(HexFormat.of().formatHex(Sha256.of(all.toByteArray())));
  }
}
