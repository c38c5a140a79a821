package io.eventsec.cli.cut;

import io.eventsec.cli.cut.LineReader.Found;
import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.Position;
import io.eventsec.cli.tail.Sample;
import java.io.IOException;
import java.util.List;

/**
 * Cuts the next part of a file. What a part gives depends on nothing but the bytes between its ends
 * and the state at its start: cut again between the same places, it is the same records with the
 * same numbers. Not thread-safe; one for each part.
 */
public final class BatchCutter {
  private final Content content;
  private final Position from;
  private final Records records;
  private final CutMode mode;
  private final BatchLimits limits;
  private final LineReader lines;
  private final RecordSink sink;
  private boolean skipping;
  private int cutLines;
  private long end;
  private long whole;

  /**
   * A cutter.
   *
   * @param records as they are at the start
   */
  public BatchCutter(
      Content content, Position from, Records records, CutMode mode, BatchLimits limits) {
    this.content = content;
    this.from = from;
    this.records = records;
    this.mode = mode;
    this.limits = limits;
    this.lines = new LineReader(content, from.offset(), mode.limit());
    this.sink = new RecordSink(from.records(), limits.records());
    this.skipping = from.skipping();
    this.end = from.offset();
    this.whole = from.offset();
  }

  /**
   * Cuts it; empty-handed if there is nothing to send now. Lines of an event that is not complete
   * are left for the next time.
   */
  public Cut cut() throws IOException {
    boolean more = !skipping || skipRest();
    while (more && !isFull()) {
      more = line();
    }
    if (!records.isWhole() && mode.waiting() && !isFull()) {
      return untilWhole();
    }
    records.flush(sink);
    return new Cut(sink.batches(), position(), cutLines);
  }

  private Cut untilWhole() throws IOException {
    if (whole == from.offset()) {
      return new Cut(List.of(), from, 0);
    }
    Records fresh = Records.from(content, from);
    return new BatchCutter(content, from, fresh, CutMode.upTo(whole), limits).cut();
  }

  /** Takes a line; false if there is none to take. */
  private boolean line() throws IOException {
    long start = end;
    Found found = lines.next();
    switch (found) {
      case NOTHING -> {
        return false;
      }
      case OPEN -> {
        byte[] line = lines.line();
        if (line.length > 0 && !mode.unfinished()) {
          return false;
        }
        take(line, start);
        return false;
      }
      case CUT -> {
        take(lines.line(), start);
        cutLines++;
        return skipRest();
      }
      case LINE -> take(lines.line(), start);
    }
    return true;
  }

  private void take(byte[] line, long start) {
    records.add(line, start, sink);
    end = lines.end();
    whole = records.isWhole() ? end : whole;
  }

  private boolean skipRest() throws IOException {
    skipping = !lines.skipRest();
    end = lines.end();
    whole = records.isWhole() ? end : whole;
    return !skipping;
  }

  /** Beyond the limits, but not in the middle of an event unless that goes on for too long. */
  private boolean isFull() {
    if (!mode.bounded()) {
      return false;
    }
    long count = sink.end() - from.records();
    boolean enough = count >= limits.records() || sink.bytes() >= limits.bytes();
    boolean waited = end - whole > 2L * limits.bytes();
    return enough && (records.isWhole() || waited) || waited;
  }

  private Position position() throws IOException {
    Sample tail =
        content.grows()
            ? Sample.of(content, Math.max(0, end - Sample.MOST), (int) Math.min(Sample.MOST, end))
            : tailOfWhatWasRead();
    return new Position(end, sink.end(), records.kind(), records.header(), skipping, tail);
  }

  /** To go back in gzip is to inflate all of it again. */
  private Sample tailOfWhatWasRead() {
    return end == from.offset() ? from.tail() : lines.tail();
  }
}
