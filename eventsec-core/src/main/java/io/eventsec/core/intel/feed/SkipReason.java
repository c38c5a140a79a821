package io.eventsec.core.intel.feed;

/** Why something of a feed is no indicator. */
public enum SkipReason {
  /** It is not what its format asks for: no JSON, no object, a field missing. */
  MALFORMED,
  /** It is larger than {@link ImportLimits#objectBytes}. */
  TOO_LARGE,
  /** A value is not one of its kind. */
  BAD_VALUE,
  /** A time, confidence or version is not possible. */
  BAD_DETAIL,
  /** The pattern is none of STIX 2.1. */
  BAD_PATTERN,
  /** The pattern, or some of its alternatives, cannot be said by single indicators. */
  INEXPRESSIBLE,
  /** The pattern is of another language. */
  OTHER_LANGUAGE,
  /** The type of attribute is nothing that events are looked up by. */
  OTHER_TYPE,
  /** The source says that it is not meant for detection. */
  NOT_FOR_DETECTION
}
