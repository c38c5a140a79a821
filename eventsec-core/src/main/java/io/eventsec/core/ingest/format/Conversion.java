package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.TimeText;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one decoded scalar becomes the value of an ECS field. The tables name them in lower case. */
enum Conversion {
  TEXT("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString());
    }
  },
  LOWER("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().toLowerCase(Locale.ROOT));
    }
  },
  UPPER("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().toUpperCase(Locale.ROOT));
    }
  },
  /** {@code 1.1} of {@code HTTP/1.1}. */
  HTTP_VERSION("an HTTP version") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      return orNothing(text.startsWith("HTTP/") ? text.substring(5) : text);
    }
  },
  /** An application protocol; what sensors say when they know none leaves nothing. */
  PROTOCOL("the name of a protocol") {
    @Override
    Object convert(Object value) {
      String name = value.toString().toLowerCase(Locale.ROOT);
      return name.equals("failed") || name.equals("unknown") || name.isEmpty() ? NOTHING : name;
    }
  },
  LONG("a whole number") {
    @Override
    @Nullable Object convert(Object value) {
      return Numbers.whole(value);
    }
  },
  COUNT("a whole number of 0 or more") {
    @Override
    @Nullable Object convert(Object value) {
      Long number = Numbers.whole(value);
      return number == null || number < 0 ? null : number;
    }
  },
  PORT("a port, 0 to 65535") {
    @Override
    @Nullable Object convert(Object value) {
      Long number = Numbers.whole(value);
      return number == null || number < 0 || number > 65_535 ? null : number;
    }
  },
  /** A process id, which Windows' Security log has in hexadecimal. */
  PROCESS_ID("the id of a process") {
    @Override
    @Nullable Object convert(Object value) {
      return WindowsNumbers.processId(value);
    }
  },
  /** Seconds, to the nanoseconds ECS wants. */
  NANOS("a duration in seconds") {
    @Override
    @Nullable Object convert(Object value) {
      Double seconds = Numbers.decimal(value);
      return seconds == null || !(Math.abs(seconds) < 1e9) ? null : Math.round(seconds * 1e9);
    }
  },
  /** Milliseconds, to the nanoseconds ECS wants. */
  MILLIS("a duration in milliseconds") {
    @Override
    @Nullable Object convert(Object value) {
      Double millis = Numbers.decimal(value);
      return millis == null || !(Math.abs(millis) < 1e12) ? null : Math.round(millis * 1e6);
    }
  },
  /** A duration with its unit, as programs in Go write it: {@code 1m2.5s}, {@code 312.5µs}. */
  UNITS("a duration with its unit") {
    @Override
    @Nullable Object convert(Object value) {
      return UnitDuration.nanos(value.toString());
    }
  },
  SECONDS("a duration in seconds") {
    @Override
    @Nullable Object convert(Object value) {
      Double seconds = Numbers.real(value);
      return seconds == null || !(Math.abs(seconds) < 1e12) ? null : Math.round(seconds);
    }
  },
  TRUTH("true or false") {
    @Override
    @Nullable Object convert(Object value) {
      return value instanceof Boolean ? value : null;
    }
  },
  IP("an IP address") {
    @Override
    @Nullable Object convert(Object value) {
      return value instanceof String text ? IpText.canonical(text) : null;
    }
  },
  /** Text of which only addresses are of interest: no address, no complaint. */
  IP_IF_ANY("an IP address") {
    @Override
    Object convert(Object value) {
      return orNothing(IpText.ofAddress(value.toString()));
    }
  },
  /** Values under names that promise nothing: what is none leaves nothing. */
  LONG_IF_ANY("a whole number") {
    @Override
    Object convert(Object value) {
      return orNothing(Numbers.whole(value));
    }
  },
  REAL_IF_ANY("a number") {
    @Override
    Object convert(Object value) {
      return orNothing(Numbers.decimal(value));
    }
  },
  MAC_IF_ANY("a MAC address") {
    @Override
    Object convert(Object value) {
      return orNothing(Hex.mac(value.toString()));
    }
  },
  EMAIL_IF_ANY("an e-mail address") {
    @Override
    Object convert(Object value) {
      return value.toString().indexOf('@') > 0 ? value.toString() : NOTHING;
    }
  },
  /** A number, whole or not, or a word for it. */
  SEVERITY("a severity: a number or a word as low, medium, high") {
    @Override
    @Nullable Object convert(Object value) {
      return CefSeverity.number(value);
    }
  },
  OUTCOME("what became of it") {
    @Override
    Object convert(Object value) {
      return Outcomes.ofText(Optional.of(value.toString())).<Object>map(o -> o).orElse(NOTHING);
    }
  },
  TIME("a time, ISO 8601 or seconds since 1970") {
    @Override
    @Nullable Object convert(Object value) {
      Instant time = TimeText.parse(value);
      return time == null ? null : time.toString();
    }
  },
  MAC("a MAC address") {
    @Override
    @Nullable Object convert(Object value) {
      return Hex.mac(value.toString());
    }
  },
  /** A certificate's fingerprint: hexadecimal digits, in ECS upper case without colons. */
  FINGERPRINT("hexadecimal digits") {
    @Override
    @Nullable Object convert(Object value) {
      return Hex.fingerprint(value.toString());
    }
  },
  TLS_VERSION("a TLS version") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      // Some write the cipher behind it.
      String first = text.startsWith("TLSv") ? text.split(" ", 2)[0] : text;
      return TlsVersion.parse(first).<Object>map(TlsVersion::number).orElse(NOTHING);
    }
  },
  TLS_PROTOCOL("a TLS version") {
    @Override
    Object convert(Object value) {
      return TlsVersion.parse(value.toString()).<Object>map(TlsVersion::family).orElse(NOTHING);
    }
  },
  /** Text in which IIS has written a plus for each blank. */
  PLUS("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().replace('+', ' '));
    }
  },
  /** A name of the DNS without the dot that stands for the root. */
  DOMAIN("a domain name") {
    @Override
    Object convert(Object value) {
      String name = value.toString();
      boolean hasRoot = name.length() > 1 && name.endsWith(".");
      return orNothing(hasRoot ? name.substring(0, name.length() - 1) : name);
    }
  },
  /** A name of the DNS as Windows' server writes it, {@code (3)www(7)example(3)org(0)}. */
  DNS_LABELS("a domain name") {
    @Override
    Object convert(Object value) {
      return orNothing(DnsLabels.name(value.toString()));
    }
  },
  /** Text in which blanks and what else is not plain stand as {@code %20}. */
  PERCENT("text") {
    @Override
    Object convert(Object value) {
      return orNothing(PercentText.decode(value.toString()));
    }
  },
  /** {@code a_word_of_its_own} for {@code AWordOfItsOwn}. */
  SNAKE("text") {
    @Override
    Object convert(Object value) {
      return orNothing(
          CASE_CHANGE.matcher(value.toString()).replaceAll("_").toLowerCase(Locale.ROOT));
    }
  },
  /** {@code a-word-of-its-own} for {@code AWordOfItsOwn}. */
  KEBAB("text") {
    @Override
    Object convert(Object value) {
      return lowerCase(CASE_CHANGE.matcher(value.toString()).replaceAll("-"));
    }
  },
  /** As {@link #MILLIS}, under names that promise nothing. */
  MILLIS_IF_ANY("a duration in milliseconds") {
    @Override
    Object convert(Object value) {
      return orNothing(MILLIS.convert(value));
    }
  },
  /** As {@link #TIME}, under names that promise nothing. */
  TIME_IF_ANY("a time") {
    @Override
    Object convert(Object value) {
      Instant digits = DeviceTime.sinceEpoch(value.toString().strip());
      return orNothing(digits == null ? TIME.convert(value) : digits.toString());
    }
  },
  /** Of several kinds of indicators only the hashes of MD5. */
  MD5_IF_ANY("32 hexadecimal digits") {
    @Override
    Object convert(Object value) {
      String text = value.toString().strip().toLowerCase(Locale.ROOT);
      return "md5".equals(HashText.algorithm(text)) ? text : NOTHING;
    }
  },
  /** {@code A} of {@code A record}. */
  FIRST_WORD("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().strip().split(" ", 2)[0]);
    }
  },
  /** {@code ada} of {@code EXAMPLE\ada}; all of it without a backslash. */
  BEHIND_BACKSLASH("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      return orNothing(text.substring(text.indexOf('\\') + 1));
    }
  },
  /** {@code EXAMPLE} of {@code EXAMPLE\ada}. */
  BEFORE_BACKSLASH("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      return orNothing(text.substring(0, Math.max(0, text.indexOf('\\'))));
    }
  },
  /** {@code view} of {@code Secret - View}. */
  BEHIND_DASH("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      int dash = text.indexOf(DASH);
      return dash < 0 ? NOTHING : lowerCase(text.substring(dash + DASH.length()));
    }
  },
  /** {@code secret} of {@code Secret - View}. */
  BEFORE_DASH("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      return lowerCase(text.substring(0, Math.max(0, text.indexOf(DASH))));
    }
  },
  /** What stands behind the first blank. */
  BEHIND_BLANK("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString().strip();
      int blank = text.indexOf(' ');
      return blank < 0 ? NOTHING : orNothing(text.substring(blank + 1).strip());
    }
  },
  /** {@code ada} of {@code ada@example.org}; all of it without a sign. */
  BEFORE_AT("text") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      int at = text.lastIndexOf('@');
      return orNothing(at > 0 ? text.substring(0, at) : text);
    }
  },
  /** How sure somebody is, 0 to 100 or a word. */
  CONFIDENCE("a confidence, 0 to 100") {
    @Override
    Object convert(Object value) {
      return orNothing(Confidence.of(value, 1));
    }
  },
  /** How sure somebody is, 0 to 10. */
  CONFIDENCE_OF_TEN("a confidence, 0 to 10") {
    @Override
    Object convert(Object value) {
      return orNothing(Confidence.of(value, 10));
    }
  },
  /** What stands before the first colon. */
  UNTIL_COLON("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().split(":", 2)[0]);
    }
  },
  /** What stands before the first slash. */
  UNTIL_SLASH("text") {
    @Override
    Object convert(Object value) {
      return orNothing(value.toString().split("/", 2)[0]);
    }
  },
  /** {@code example.org} of {@code ada@example.org}. */
  DOMAIN_OF_EMAIL("an e-mail address") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      int at = text.lastIndexOf('@');
      return at > 0 && at + 1 < text.length() ? text.substring(at + 1) : NOTHING;
    }
  },
  /** The 32 digits of a trace, which Amazon writes as {@code Root=1-5833...-36d2...}. */
  TRACE_ID("the id of a trace") {
    @Override
    Object convert(Object value) {
      String text = value.toString();
      boolean isAmazons = text.startsWith("Root=1-") && text.indexOf(';') < 0;
      return orNothing(isAmazons ? text.substring(7).replace("-", "") : text);
    }
  },
  /** The account in the name of a resource of Amazon's. */
  ARN_ACCOUNT("the name of a resource") {
    @Override
    Object convert(Object value) {
      return arn(value, 4);
    }
  },
  /** The region in the name of a resource of Amazon's. */
  ARN_REGION("the name of a resource") {
    @Override
    Object convert(Object value) {
      return arn(value, 3);
    }
  },
  /** Zeek's {@code C_INTERNET} for the class that everyone else calls IN. */
  DNS_CLASS("a DNS class") {
    @Override
    Object convert(Object value) {
      return value.equals("C_INTERNET") ? "IN" : value.toString();
    }
  };

  /** The answer of a conversion that understood the value and has nothing to say. */
  static final Object NOTHING = new Object();

  private static final String DASH = " - ";
  private static final Pattern CASE_CHANGE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final Map<String, Conversion> BY_NAME =
      Map.of(
          "http.version",
          HTTP_VERSION,
          "network.transport",
          LOWER,
          "network.protocol",
          PROTOCOL,
          "dns.question.name",
          DOMAIN);

  private final String expected;

  Conversion(String expected) {
    this.expected = expected;
  }

  /** That of text which stands where the field's value should. */
  static Conversion of(EcsField field) {
    Conversion special = BY_NAME.get(field.name());
    if (special != null) {
      return special;
    }
    return switch (field.type()) {
      case IP -> IP;
      case LONG -> field.name().endsWith(".port") ? PORT : LONG;
      case DATE -> TIME;
      default -> field.name().endsWith(".mac") ? MAC : TEXT;
    };
  }

  private static Object arn(Object value, int place) {
    String[] parts = value.toString().split(":", 6);
    return parts.length > place && parts[0].equals("arn") ? orNothing(parts[place]) : NOTHING;
  }

  private static Object lowerCase(String text) {
    return orNothing(text.strip().toLowerCase(Locale.ROOT));
  }

  private static Object orNothing(@Nullable Object value) {
    return value == null || value.equals("") ? NOTHING : value;
  }

  /** What it takes, for the message about a value that is something else. */
  String expected() {
    return expected;
  }

  /** The ECS value, {@link #NOTHING}, or null if the value is not what is expected. */
  abstract @Nullable Object convert(Object value);
}
