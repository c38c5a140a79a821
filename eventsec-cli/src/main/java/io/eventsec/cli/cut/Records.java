package io.eventsec.cli.cut;

import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.Kind;
import io.eventsec.cli.tail.Position;
import io.eventsec.core.ingest.AuditJoiner;
import io.eventsec.core.ingest.JsonRecords;
import io.eventsec.core.ingest.ZeekTsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns lines into records, so that the server counts as many as we do: what it would take for the
 * start of a JSON array is taken apart here. Not thread-safe.
 */
public final class Records {
  private static final int MOST_HEADER_LINES = 200;
  private static final int AUDIT_HEAD = 300;
  private static final int MOST_EXPANDED = 4 << 20;
  private static final byte[] AUDIT = "audit(".getBytes(StandardCharsets.US_ASCII);

  private final AuditJoiner joiner = new AuditJoiner();
  private final ZeekTsv zeek = new ZeekTsv();
  private Kind kind;
  private long header;

  private Records(Kind kind, long header) {
    this.kind = kind;
    this.header = header;
  }

  /** Those behind a place of a content. */
  public static Records from(Content content, Position position) throws IOException {
    Records records = new Records(position.kind(), position.header());
    if (position.kind() == Kind.ZEEK) {
      records.readHeader(content, position);
    }
    return records;
  }

  private void readHeader(Content content, Position position) throws IOException {
    LineReader lines = new LineReader(content, position.header(), position.offset());
    for (int i = 0; i < MOST_HEADER_LINES && lines.next() == LineReader.Found.LINE; i++) {
      byte[] line = lines.line();
      if (line.length == 0 || line[0] != '#') {
        return;
      }
      zeek.convert(line);
    }
  }

  /**
   * Takes a line.
   *
   * @param start where it begins
   */
  void add(byte[] read, long start, RecordSink sink) {
    byte[] line = Lines.bare(read);
    if (line.length == 0) {
      return;
    }
    if (kind == Kind.UNKNOWN) {
      kind = kindOf(line);
    }
    switch (kind) {
      case ZEEK -> {
        header = ZeekTsv.isFirstLine(line) ? start : header;
        Optional<byte[]> record = zeek.convert(line);
        record.ifPresent(found -> addAsIs(found, sink));
      }
      case AUDIT -> addAll(joiner.convert(line), sink);
      default -> addAsIs(line, sink);
    }
  }

  /** Gives out what waits for further lines. */
  void flush(RecordSink sink) {
    addAll(joiner.flush(), sink);
  }

  /** True if nothing waits for further lines. */
  boolean isWhole() {
    return !joiner.isWaiting();
  }

  Kind kind() {
    return kind;
  }

  long header() {
    return header;
  }

  private static void addAll(List<byte[]> records, RecordSink sink) {
    records.forEach(record -> addAsIs(record, sink));
  }

  private static void addAsIs(byte[] record, RecordSink sink) {
    if (!Lines.mayBeginArray(record)) {
      sink.add(record);
      return;
    }
    try {
      byte[] lines = JsonRecords.lines(record, MOST_EXPANDED);
      int start = 0;
      for (int end = 0; end < lines.length; end++) {
        if (lines[end] == '\n') {
          sink.add(Arrays.copyOfRange(lines, start, end));
          start = end + 1;
        }
      }
    } catch (IOException | JsonRecords.TooManyBytesException e) {
      sink.add(Lines.asMessage(record)); // it only looks like one
    }
  }

  private static Kind kindOf(byte[] line) {
    if (line[0] == '#') {
      return Kind.ZEEK; // JSON never starts so; there may be remarks before the header
    }
    return isAudit(line) ? Kind.AUDIT : Kind.LINES;
  }

  private static boolean isAudit(byte[] line) {
    if (line[0] == '{') {
      return false;
    }
    int last = Math.min(line.length, AUDIT_HEAD) - AUDIT.length;
    for (int i = 0; i <= last; i++) {
      if (Arrays.equals(line, i, i + AUDIT.length, AUDIT, 0, AUDIT.length)) {
        return true;
      }
    }
    return false;
  }
}
