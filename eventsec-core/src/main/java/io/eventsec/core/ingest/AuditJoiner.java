package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.ingest.audit.AuditHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the lines of a Linux audit log that tell of one event, since a line alone says only how a
 * program was called, or which file was meant. Lines with the same node, time and serial number
 * become one line of JSON, {@code {"auditd":["type=SYSCALL ...","type=EXECVE ..."]}}, which has
 * them whole; the format {@code auditd-event} reads it.
 *
 * <p>An event is complete with its record of type EOE, two seconds later by the log's own time, or
 * when {@value #MOST_EVENTS} younger ones are open; one that grows beyond {@value #MOST_BYTES}
 * bytes is given out in parts. Nothing is lost: a line that is an event by itself, or no audit
 * record, or not UTF-8, is passed on as it is. Not thread-safe; one for each file.
 */
public final class AuditJoiner {
  static final int MOST_EVENTS = 64;

  /** Even with every character escaped such a record stays below the decoder's limit. */
  static final int MOST_BYTES = 128 * 1024;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final String END = "EOE";
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<Key, Group> open = new LinkedHashMap<>();

  /** A joiner at the start of a file. */
  public AuditJoiner() {}

  private record Key(String node, String stamp) {}

  /** The lines of one event so far. */
  private static final class Group {
    private final Instant time;
    private final List<String> lines = new ArrayList<>(8);
    private int bytes;

    Group(Instant time) {
      this.time = time;
    }

    void add(String line, int length) {
      lines.add(line);
      bytes += length;
    }
  }

  /**
   * Takes the next line.
   *
   * @param line without its line end
   * @return the lines that are to be sent now, in the order of their events
   */
  public List<byte[]> convert(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    AuditHead head = AuditHead.parse(text).orElse(null);
    if (head == null || head.standsAlone() || !Utf8.isWellFormed(text, ByteBuffer.wrap(line))) {
      return List.of(line);
    }
    return joined(head, text, line.length);
  }

  private List<byte[]> joined(AuditHead head, String text, int length) {
    List<byte[]> ready = new ArrayList<>();
    String node = head.node();
    Key key = new Key(node == null ? "" : node, head.stamp());
    Group group = open.get(key);
    if (group != null && group.bytes + length > MOST_BYTES) {
      ready.add(written(group));
      open.remove(key);
      group = null;
    }
    if (group == null) {
      group = new Group(head.time());
      open.put(key, group);
    }
    group.add(text, length);
    if (head.type().equals(END)) {
      open.remove(key);
      ready.add(written(group));
    }
    overdue(head.time(), ready);
    return ready;
  }

  private void overdue(Instant now, List<byte[]> ready) {
    Instant latest = now.minus(LONGEST_WAIT);
    Iterator<Group> groups = open.values().iterator();
    while (groups.hasNext()) {
      Group oldest = groups.next();
      if (open.size() <= MOST_EVENTS && !oldest.time.isBefore(latest)) {
        return;
      }
      groups.remove();
      ready.add(written(oldest));
    }
  }

  /**
   * Gives out what is still open: at the end of the file, and whenever nothing has come for a
   * while.
   */
  public List<byte[]> flush() {
    List<byte[]> ready = new ArrayList<>(open.size());
    open.values().forEach(group -> ready.add(written(group)));
    open.clear();
    return ready;
  }

  /** True if lines wait for further ones of their event. */
  public boolean isWaiting() {
    return !open.isEmpty();
  }

  private static byte[] written(Group group) {
    if (group.lines.size() == 1) {
      return group.lines.get(0).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(group.bytes + group.bytes / 8);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("auditd");
      for (String line : group.lines) {
        json.writeString(line);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
