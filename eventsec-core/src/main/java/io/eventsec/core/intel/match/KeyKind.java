package io.eventsec.core.intel.match;

import io.eventsec.core.intel.IndicatorKind;

/** What the bytes of a {@link Key} are. */
enum KeyKind {
  /** 4 or 16 bytes. */
  ADDRESS,
  /** 4 or 16 bytes, and the length of the prefix. */
  NETWORK,
  /** ASCII. */
  DOMAIN,
  /** ASCII. */
  URL,
  /** ASCII. */
  EMAIL,
  /** 16, 20 or 32 bytes. */
  HASH,
  /** UTF-8. */
  FILE_NAME,
  /** UTF-8: what a source calls an object. */
  ID;

  static KeyKind of(IndicatorKind kind) {
    return switch (kind) {
      case ADDRESS -> ADDRESS;
      case NETWORK -> NETWORK;
      case DOMAIN -> DOMAIN;
      case URL -> URL;
      case EMAIL -> EMAIL;
      case MD5, SHA1, SHA256 -> HASH;
      case FILE_NAME -> FILE_NAME;
    };
  }
}
