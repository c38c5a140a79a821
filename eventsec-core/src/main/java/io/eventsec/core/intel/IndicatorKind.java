package io.eventsec.core.intel;

import java.util.function.UnaryOperator;

/** What an indicator is, and how it is spelled: one spelling each, so that equal is the same. */
public enum IndicatorKind {
  /** An IPv4 or IPv6 address. IPv6 is spelled as RFC 5952 asks for. */
  ADDRESS(NetworkText::address),
  /** A block of addresses: its first address, a slash and the length of its prefix. */
  NETWORK(NetworkText::network),
  /** The name of a host or domain, in lower case and ASCII (IDNA), without a dot at its end. */
  DOMAIN(NameText::domain),
  /** An absolute http, https or ftp address in ASCII, without fragment and default port. */
  URL(UrlText::url),
  /** An e-mail address in lower case, its domain as {@link #DOMAIN}. */
  EMAIL(NameText::email),
  /** 32 hexadecimal digits in lower case. */
  MD5(text -> NameText.hash(text, 32)),
  /** 40 hexadecimal digits in lower case. */
  SHA1(text -> NameText.hash(text, 40)),
  /** 64 hexadecimal digits in lower case. */
  SHA256(text -> NameText.hash(text, 64)),
  /** The name of a file without its folder, in lower case, 1 to 255 characters. */
  FILE_NAME(NameText::fileName);

  private final UnaryOperator<String> spelling;

  IndicatorKind(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /**
   * The one spelling of a value of this kind; the same again for its own result.
   *
   * @throws IllegalArgumentException saying which value breaks which rule and what to do, if it is
   *     no value of this kind
   */
  public String canonical(String value) {
    return spelling.apply(value);
  }
}
