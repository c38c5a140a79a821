package io.eventsec.core.vuln.cpe;

/** How one value or name relates to another (NISTIR 7696, table 6-2). */
public enum CpeRelation {
  /** Nothing is meant by both. */
  DISJOINT,
  /** Both mean the same. */
  EQUAL,
  /** The other means all that the one does, and more. */
  SUBSET,
  /** The one means all that the other does, and more. */
  SUPERSET,
  /** Not defined: the other has wildcards. Of names: some values one way, some another. */
  UNDEFINED
}
