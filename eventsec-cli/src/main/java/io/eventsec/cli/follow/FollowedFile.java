package io.eventsec.cli.follow;

import io.eventsec.cli.cut.BatchCutter;
import io.eventsec.cli.cut.BatchLimits;
import io.eventsec.cli.cut.Cut;
import io.eventsec.cli.cut.CutMode;
import io.eventsec.cli.cut.Records;
import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.GzipContent;
import io.eventsec.cli.tail.Kind;
import io.eventsec.cli.tail.Mark;
import io.eventsec.cli.tail.Position;
import io.eventsec.cli.tail.Sample;
import io.eventsec.cli.tail.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open and sent as it grows. What is about to be sent is noted before, what was
 * taken after, so that a part that is sent again is the same part. One thread takes turns, another
 * looks at it in between; see each method.
 */
final class FollowedFile implements AutoCloseable {
  private static final int BATCHES_A_TURN = 8;

  private final Shipping shipping;
  private final Content content;
  private volatile Mark mark;
  private volatile Path path;
  private volatile boolean gone;
  private volatile boolean moved;
  private volatile boolean refused;
  private volatile boolean touched = true;
  private volatile String error = "";
  private volatile long behind;
  private BatchLimits limits;
  private @Nullable Records records;
  private long size;
  private long modified;
  private long changed;
  private long failed;
  private long idleSize = -1;
  private @Nullable CutMode idleMode;
  private boolean unsaved;

  /** What came of a turn. */
  enum Turn {
    /** There is more to send. */
    MORE,
    /** There is nothing to send now. */
    IDLE,
    /** Nothing more is expected of it. */
    FINISHED,
    /** It is not the file any more that it was: truncated, or written anew. */
    REPLACED
  }

  FollowedFile(Shipping shipping, Content content, Mark mark, Sighting seen) {
    this.shipping = shipping;
    this.content = content;
    this.mark = mark;
    this.path = seen.path();
    this.moved = seen.name().isMoved();
    this.unsaved = mark.taken().offset() > 0; // where it is now, at least
    this.limits = shipping.limits();
    this.size = seen.size();
    this.modified = seen.modified();
    this.changed = shipping.nanos().getAsLong();
    this.behind = seen.size();
  }

  /** It was seen; by any thread. */
  void seen(Sighting sighting) {
    path = sighting.path();
    moved = sighting.name().isMoved();
    gone = false;
    if (sighting.modified() != modified) {
      modified = sighting.modified();
      touched = true;
    }
  }

  /** No name leads to it any more; by any thread. */
  void gone() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }

  /** True if it is worth a turn; not during one. */
  boolean hasWork() {
    try {
      long now = content.size();
      if (now != size || touched) {
        size = now;
        changed = shipping.nanos().getAsLong();
      }
      behind = content.behind(mark.taken().offset());
      if (!error.isEmpty()) {
        return isRetried() || touched && !refused; // no sooner, however much is written meanwhile
      }
      return touched || size != idleSize || !mode().equals(idleMode) || mayRest();
    } catch (IOException e) {
      failed(e);
      return false;
    }
  }

  /** Sooner where others wait. */
  private boolean mayRest() {
    boolean crowded = shipping.crowded().get();
    return isQuietFor(crowded ? shipping.times().event() : shipping.times().rest());
  }

  private boolean isRetried() {
    return shipping.nanos().getAsLong() - failed >= shipping.times().refused().toNanos();
  }

  private boolean isQuietFor(Duration duration) {
    return shipping.nanos().getAsLong() - changed >= duration.toNanos();
  }

  private CutMode mode() {
    if (mark.pending().isPresent()) {
      return CutMode.upTo(mark.pending().get().offset());
    }
    if (!content.grows()) {
      return CutMode.COMPLETE;
    }
    if ((gone || moved) && isQuietFor(shipping.times().complete())) {
      return CutMode.COMPLETE;
    }
    return isQuietFor(shipping.times().event()) ? CutMode.QUIET : CutMode.GROWING;
  }

  /** Sends what there is, up to some batches. */
  Turn turn() throws InterruptedException, StoppedException {
    touched = false;
    idleSize = -1;
    try {
      return send();
    } catch (IOException e) {
      failed(e);
      idle(mode());
      return Turn.IDLE;
    } catch (BatchRefusedException e) {
      refused = true;
      failed(String.valueOf(e.getMessage()));
      idle(mode());
      return Turn.IDLE;
    } finally {
      save();
    }
  }

  private Turn send()
      throws IOException, InterruptedException, StoppedException, BatchRefusedException {
    for (int i = 0; i < BATCHES_A_TURN; i++) {
      if (shipping.stop().isAsked()) {
        return Turn.MORE;
      }
      CutMode mode = mode();
      Cut cut = cut(mode);
      Sample head = head();
      if (isReplaced()) { // looked at after reading: what was read before is still what it was
        return Turn.REPLACED;
      }
      mark = mark.withHead(head);
      if (cut.end().equals(mark.taken()) && cut.batches().isEmpty()) {
        return nothing(mode);
      }
      send(cut);
      error = "";
      refused = false;
    }
    return Turn.MORE;
  }

  private Turn nothing(CutMode mode) {
    if (mark.pending().isPresent()) {
      mark = mark.takenTo(mark.taken());
      return Turn.MORE;
    }
    idle(mode);
    error = "";
    if (content instanceof GzipContent gzip && gzip.isBroken()) {
      failed("the gzip file breaks off or is damaged; what comes before that is sent");
    }
    boolean over = mode.equals(CutMode.COMPLETE) || mayRest();
    return over && !touched ? Turn.FINISHED : Turn.IDLE;
  }

  private void idle(CutMode mode) {
    idleSize = size;
    idleMode = mode;
  }

  private Cut cut(CutMode mode) throws IOException {
    if (content instanceof GzipContent gzip && isQuietFor(shipping.times().complete())) {
      gzip.giveUpWaiting();
    }
    Position from = mark.taken();
    Records reader = records;
    if (reader == null || from.kind() == Kind.AUDIT) {
      reader = Records.from(content, from);
    }
    records = null; // until it is known that the part was sent
    Cut cut = new BatchCutter(content, from, reader, mode, limits).cut();
    records = reader;
    return cut;
  }

  private void send(Cut cut)
      throws IOException, InterruptedException, StoppedException, BatchRefusedException {
    if (!cut.batches().isEmpty()) {
      mark = mark.seenAt(path.toString(), mark.key()).sending(cut.end());
      shipping.store().save(mark);
      try {
        for (RecordBatch batch : cut.batches()) {
          shipping.delivery().send(mark.origin(), batch);
        }
      } catch (BatchTooLargeException e) {
        smaller(e);
        return;
      }
    }
    mark = mark.takenTo(cut.end());
    unsaved = true;
    if (cut.cutLines() > 0) {
      shipping.notes().problem(path + ": " + cut.cutLines() + " lines were too long and are cut");
    }
  }

  private void smaller(BatchTooLargeException e) {
    limits = limits.half();
    records = null;
    mark = mark.takenTo(mark.taken());
    shipping
        .notes()
        .say(path + ": batches of at most " + limits.records() + " from now on: " + e.getMessage());
  }

  private Sample head() throws IOException {
    boolean whole = mark.head().length() == Sample.MOST || !content.grows();
    return whole ? mark.head() : Sample.of(content, 0, Sample.MOST);
  }

  private boolean isReplaced() throws IOException {
    if (!content.grows()) {
      return false;
    }
    Position taken = mark.taken();
    long needed = mark.pending().map(Position::offset).orElse(taken.offset());
    return content.size() < Math.max(needed, taken.offset())
        || !mark.head().isBefore(content, mark.head().length())
        || !taken.tail().isBefore(content, taken.offset());
  }

  /** Not during a turn. */
  void save() {
    if (!unsaved) {
      return;
    }
    try {
      shipping.store().save(mark.seenAt(path.toString(), mark.key()));
      unsaved = false;
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    failed(Watched.cause(e));
  }

  private void failed(String cause) {
    failed = shipping.nanos().getAsLong();
    if (!cause.equals(error)) {
      error = cause;
      shipping.notes().problem(path + ": " + cause);
    }
  }

  Mark mark() {
    return mark.seenAt(path.toString(), mark.key());
  }

  /** By any thread. */
  FileHealth health() {
    Position taken = mark.taken();
    return new FileHealth(
        path.toString(), taken.offset(), behindNow(taken), taken.records(), gone, refused, error);
  }

  /** What is gzip is asked between turns only. */
  private long behindNow(Position taken) {
    try {
      return content.grows() ? content.behind(taken.offset()) : behind;
    } catch (IOException e) {
      return behind;
    }
  }

  /** When it was last written to, as far as was seen. */
  long modified() {
    return modified;
  }

  /** How many bytes it had when it was last looked at. */
  long size() {
    return size;
  }

  /** What is in it; plain content may be read beside a turn. */
  Content content() {
    return content;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
