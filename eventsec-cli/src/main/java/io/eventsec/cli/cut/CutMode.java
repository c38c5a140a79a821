package io.eventsec.cli.cut;

/**
 * How far to read.
 *
 * @param limit before which to end, however much there is
 * @param unfinished true if a last line without its end is a record
 * @param waiting true if lines of one event may wait for further ones
 * @param bounded true to end as soon as a batch is full
 */
public record CutMode(long limit, boolean unfinished, boolean waiting, boolean bounded) {
  /** More may come at any time. */
  public static final CutMode GROWING = new CutMode(Long.MAX_VALUE, false, true, true);

  /** Nothing has come for a while. */
  public static final CutMode QUIET = new CutMode(Long.MAX_VALUE, false, false, true);

  /** Nothing comes any more. */
  public static final CutMode COMPLETE = new CutMode(Long.MAX_VALUE, true, false, true);

  /** Exactly what is before that place, as it was cut before. */
  public static CutMode upTo(long end) {
    return new CutMode(end, true, false, false);
  }
}
