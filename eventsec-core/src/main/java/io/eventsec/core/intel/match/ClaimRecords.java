package io.eventsec.core.intel.match;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Claims and withdrawals as bytes:
 *
 * <pre>
 * address of the next claim of the same indicator (4)
 * kind (1), {@link #WITHDRAWAL} for a withdrawal
 * id, key
 * what is there (1): from, until, modified, confidence, and the times (8 each) and confidence (1)
 * source, name, description, TLP (1), labels
 * </pre>
 *
 * <p>Not thread-safe while some are added, immutable afterwards.
 */
final class ClaimRecords {
  static final long NO_VERSION = Long.MIN_VALUE;

  /** So that addresses fit in what they are kept in. */
  static final long MOST_BYTES = 1L << 30;

  private static final IndicatorKind[] KINDS = IndicatorKind.values();
  private static final Tlp[] TLPS = Tlp.values();

  /** Seconds, some 31,700 years. */
  private static final long FARTHEST = 1_000_000_000_000L;

  private static final byte[] NO_ID = {};
  private static final int WITHDRAWAL = 0x7f;
  private static final int FROM = 1;
  private static final int UNTIL = 2;
  private static final int MODIFIED = 4;
  private static final int CONFIDENCE = 8;

  private final BytePages pages = new BytePages();
  private final TextPool texts = new TextPool();
  private final RecordWriter writer = new RecordWriter();
  private final IndicatorKeys keys;

  ClaimRecords(IndicatorKeys keys) {
    this.keys = keys;
  }

  /** Adds a claim; its address. */
  int add(ThreatIndicator claim) {
    IndicatorOrigin origin = claim.origin();
    begin(claim.indicator().kind().ordinal(), origin.id());
    writer.some(keys.of(claim.indicator()).toBytes());
    times(claim.validity(), origin.modified(), claim.confidence());
    texts.write(origin.source(), writer);
    details(claim.details());
    return pages.add(writer.bytes(), writer.length());
  }

  /** Adds a withdrawal; its address. */
  int add(IndicatorWithdrawal withdrawal) {
    begin(WITHDRAWAL, withdrawal.id());
    writer.some(NO_ID);
    times(ValidityPeriod.ALWAYS, withdrawal.modified(), OptionalInt.empty());
    return pages.add(writer.bytes(), writer.length());
  }

  private void begin(int kind, String id) {
    writer.clear();
    for (int i = 0; i < Integer.BYTES; i++) {
      writer.one(0);
    }
    writer.one(kind);
    writer.some(id.isEmpty() ? NO_ID : IdBytes.of(id));
  }

  private void times(ValidityPeriod validity, Optional<Instant> modified, OptionalInt confidence) {
    writer.one(
        (validity.from().isPresent() ? FROM : 0)
            | (validity.until().isPresent() ? UNTIL : 0)
            | (modified.isPresent() ? MODIFIED : 0)
            | (confidence.isPresent() ? CONFIDENCE : 0));
    validity.from().ifPresent(time -> writer.whole(micros(time)));
    validity.until().ifPresent(time -> writer.whole(micros(time)));
    modified.ifPresent(time -> writer.whole(micros(time)));
    confidence.ifPresent(writer::one);
  }

  private void details(IndicatorDetails details) {
    texts.write(details.name(), writer);
    texts.write(details.description(), writer);
    writer.one(details.tlp().map(tlp -> tlp.ordinal() + 1).orElse(0));
    writer.count(details.labels().size());
    details.labels().forEach(label -> texts.write(label, writer));
  }

  /** The claim at an address. */
  ThreatIndicator claim(int address) {
    RecordReader in = reader(address);
    IndicatorKind kind = KINDS[in.one()];
    String id = id(in.some());
    byte[] key = in.some();
    int flags = in.one();
    ValidityPeriod validity = new ValidityPeriod(time(in, flags, FROM), time(in, flags, UNTIL));
    Optional<Instant> modified = time(in, flags, MODIFIED);
    OptionalInt confidence =
        (flags & CONFIDENCE) == 0 ? OptionalInt.empty() : OptionalInt.of(in.one());
    String source = texts.read(in);
    return new ThreatIndicator(
        new Indicator(kind, IndicatorKeys.text(kind, key)),
        new IndicatorOrigin(source, id, modified),
        validity,
        confidence,
        details(in));
  }

  private IndicatorDetails details(RecordReader in) {
    String name = texts.read(in);
    String description = texts.read(in);
    int tlp = in.one();
    int count = in.count();
    List<String> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      labels.add(texts.read(in));
    }
    return new IndicatorDetails(
        name, description, labels, tlp == 0 ? Optional.empty() : Optional.of(TLPS[tlp - 1]));
  }

  /** True if the claim holds at that moment. */
  boolean holds(int address, long micros) {
    RecordReader in = reader(address);
    in.skip(1);
    in.skip(in.count());
    in.skip(in.count());
    int flags = in.one();
    return ((flags & FROM) == 0 || in.whole() <= micros)
        && ((flags & UNTIL) == 0 || micros < in.whole());
  }

  /** The version of the object that a record is of; {@link #NO_VERSION} if it tells none. */
  long version(int address) {
    RecordReader in = reader(address);
    in.skip(1);
    in.skip(in.count());
    in.skip(in.count());
    int flags = in.one();
    in.skip(Long.BYTES * Integer.bitCount(flags & (FROM | UNTIL)));
    return (flags & MODIFIED) == 0 ? NO_VERSION : in.whole();
  }

  boolean isWithdrawal(int address) {
    return reader(address).one() == WITHDRAWAL;
  }

  /** What the source calls the object, as bytes; none if it calls it nothing. */
  byte[] id(int address) {
    RecordReader in = reader(address);
    in.skip(1);
    return in.some();
  }

  /** True if the record is of a claim with that key, or of an object with that id. */
  boolean hasKey(int address, Key key) {
    RecordReader in = reader(address);
    int kind = in.one();
    if (key.kind() == KeyKind.ID) {
      return in.passes(key);
    }
    in.skip(in.count());
    return kind != WITHDRAWAL && KeyKind.of(KINDS[kind]) == key.kind() && in.passes(key);
  }

  /** True if both claims are from one source and of an object with the same id, or both of none. */
  boolean areOfOneObject(int one, int other) {
    return Arrays.equals(id(one), id(other)) && source(one).equals(source(other));
  }

  private String source(int address) {
    RecordReader in = reader(address);
    in.skip(1);
    in.skip(in.count());
    in.skip(in.count());
    int flags = in.one();
    in.skip(Long.BYTES * Integer.bitCount(flags & (FROM | UNTIL | MODIFIED)));
    in.skip(Integer.bitCount(flags & CONFIDENCE));
    return texts.read(in);
  }

  /** Puts the key of a claim into {@code key}. */
  Key key(int address, Key key) {
    RecordReader in = reader(address);
    KeyKind kind = KeyKind.of(KINDS[in.one()]);
    in.skip(in.count());
    byte[] bytes = in.some();
    key.clear(kind, bytes.length).add(bytes);
    return key.digested();
  }

  /** The next claim of the same indicator; 0 if there is none. */
  int next(int address) {
    byte[] page = pages.page(address);
    int at = BytePages.offset(address);
    return page[at] << 24
        | (page[at + 1] & 0xff) << 16
        | (page[at + 2] & 0xff) << 8
        | page[at + 3] & 0xff;
  }

  void setNext(int address, int next) {
    byte[] page = pages.page(address);
    int at = BytePages.offset(address);
    for (int i = 0; i < Integer.BYTES; i++) {
      page[at + i] = (byte) (next >>> 24 - Byte.SIZE * i);
    }
  }

  long bytes() {
    return pages.bytes();
  }

  /** No more will be added. */
  void close() {
    texts.close();
  }

  private RecordReader reader(int address) {
    return new RecordReader(pages.page(address), BytePages.offset(address) + Integer.BYTES);
  }

  private static String id(byte[] bytes) {
    return bytes.length == 0 ? "" : IdBytes.text(bytes);
  }

  private static Optional<Instant> time(RecordReader in, int flags, int flag) {
    return (flags & flag) == 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(in.whole(), ChronoUnit.MICROS));
  }

  /** Since the epoch, rounded down; what is out of reach is as far as can be. */
  static long micros(Instant time) {
    long seconds = Math.max(-FARTHEST, Math.min(FARTHEST, time.getEpochSecond()));
    return seconds * 1_000_000L + time.getNano() / 1_000;
  }
}
