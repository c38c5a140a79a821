package io.eventsec.core.vuln.finding;

/** What happened to a finding. */
public enum FindingChangeKind {
  /** It was found for the first time. */
  OPENED,
  /** The evidence is back. */
  REOPENED,
  /** The evidence is gone. */
  FIXED,
  /** It wants to be dealt with sooner, or later, than before. */
  LABEL,
  /** A person moved it. */
  MOVED,
  /** A document of VEX that a person handed in moved it. */
  STATED,
  /** The time of its acceptance was over. */
  EXPIRED
}
