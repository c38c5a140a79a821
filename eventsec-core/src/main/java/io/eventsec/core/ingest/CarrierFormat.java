package io.eventsec.core.ingest;

import java.util.List;

/**
 * A format of records that do nothing but carry another: one is of it if a format knows what is in
 * it. {@link #recognises} tells of those that are its own whatever they carry.
 */
public interface CarrierFormat extends EventFormat {

  /**
   * What the record carries. Asked once for each record that no format before it took.
   *
   * @param reader finds the format of what may be carried
   * @return as the reader gave it; empty if the record carries nothing that a format knows
   */
  List<Layer> carried(NativeRecord nativeRecord, ContentReader reader);
}
