package io.eventsec.core.vuln.cpe;

/** The attributes of a name, in their order (NISTIR 7695, section 5.2). */
public enum CpeAttribute {
  /** {@code a} application, {@code o} operating system, {@code h} hardware. */
  PART,
  /** Who makes it. */
  VENDOR,
  /** What it is. */
  PRODUCT,
  /** Which. */
  VERSION,
  /** Service pack and the like. */
  UPDATE,
  /** Deprecated. */
  EDITION,
  /** RFC 5646. */
  LANGUAGE,
  /** For which market. */
  SW_EDITION,
  /** On which system it runs. */
  TARGET_SW,
  /** On which processor it runs. */
  TARGET_HW,
  /** Anything else. */
  OTHER
}
