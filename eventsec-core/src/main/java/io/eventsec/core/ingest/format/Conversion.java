package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one decoded scalar becomes the value of an ECS field. The tables name them in lower case.
 * This is the list of them; what they do is in the classes by whose names the list is parted.
 */
enum Conversion {
  // Texts, parts of them and words for them: TextConversions.
  TEXT("text", value -> orNothing(value.toString())),
  LOWER("text", ofText(text -> text.toLowerCase(Locale.ROOT))),
  UPPER("text", ofText(text -> text.toUpperCase(Locale.ROOT))),
  /** {@code a_word_of_its_own} for {@code AWordOfItsOwn}. */
  SNAKE("text", ofText(TextConversions::snake)),
  /** {@code a-word-of-its-own} for {@code AWordOfItsOwn}. */
  KEBAB("text", ofText(TextConversions::kebab)),
  /** {@code a-word-of-its-own} for {@code a_word_of_its_own}. */
  DASHES("text", ofText(text -> text.replace('_', '-'))),
  /** Text in which IIS has written a plus for each blank. */
  PLUS("text", ofText(text -> text.replace('+', ' '))),
  /** Text in which blanks and what else is not plain stand as {@code %20}. */
  PERCENT("text", ofText(PercentText::decode)),
  /** {@code A} of {@code A record}. */
  FIRST_WORD("text", ofText(TextConversions::firstWord)),
  /** {@code ada} of {@code EXAMPLE\ada}; all of it without a backslash. */
  BEHIND_BACKSLASH("text", ofText(TextConversions::behindBackslash)),
  /** {@code EXAMPLE} of {@code EXAMPLE\ada}. */
  BEFORE_BACKSLASH("text", ofText(TextConversions::beforeBackslash)),
  /** {@code view} of {@code Secret - View}. */
  BEHIND_DASH("text", ofText(TextConversions::behindDash)),
  /** {@code secret} of {@code Secret - View}. */
  BEFORE_DASH("text", ofText(TextConversions::beforeDash)),
  /** What stands behind the first blank. */
  BEHIND_BLANK("text", ofText(TextConversions::behindBlank)),
  /** {@code a=b} of {@code ?a=b}. */
  WITHOUT_QUESTION("text", ofText(text -> text.startsWith("?") ? text.substring(1) : text)),
  /** The digits of {@code SHA1##00FF}; all of it without such a sign. */
  BEHIND_HASH("text", ofText(text -> text.substring(text.lastIndexOf('#') + 1))),
  /** {@code ada} of {@code ada@example.org}; all of it without a sign. */
  BEFORE_AT("text", ofText(TextConversions::beforeAt)),
  /** What stands before the first colon. */
  UNTIL_COLON("text", ofText(TextConversions::untilColon)),
  /** What stands before the first slash. */
  UNTIL_SLASH("text", ofText(TextConversions::untilSlash)),
  /** {@code success} or {@code failure} for the words that devices have for them. */
  OUTCOME("what became of it", ofText(TextConversions::outcome)),

  /** The program and arguments of a command line. */
  ARGUMENTS("a command line", value -> CommandLine.split(value.toString())),

  // Numbers, some with words for them: NumberConversions.
  LONG("a whole number", Numbers::whole),
  COUNT("a whole number of 0 or more", NumberConversions::count),
  PORT("a port, 0 to 65535", NumberConversions::port),
  /** A process id, which Windows' Security log has in hexadecimal. */
  PROCESS_ID("the id of a process", WindowsNumbers::processId),
  TRUTH("true or false", value -> value instanceof Boolean ? value : null),
  /** A number, whole or not, or a word for it. */
  SEVERITY("a severity: a number or a word as low, medium, high", CefSeverity::number),
  /** A number, or of the words low, medium, high and critical that of a hundred. */
  SEVERITY_OF_HUNDRED("a severity of a hundred, or a word", ifAny(HundredSeverity::number)),
  /** How sure somebody is, 0 to 100 or a word. */
  CONFIDENCE("a confidence, 0 to 100", ifAny(value -> Confidence.of(value, 1))),
  /** How sure somebody is, 0 to 10. */
  CONFIDENCE_OF_TEN("a confidence, 0 to 10", ifAny(value -> Confidence.of(value, 10))),
  /** Values under names that promise nothing: what is none leaves nothing. */
  LONG_IF_ANY("a whole number", ifAny(Numbers::whole)),
  REAL_IF_ANY("a number", ifAny(Numbers::decimal)),

  // Times, and how long something took: TimeConversions.
  TIME("a time, ISO 8601 or seconds since 1970", TimeConversions::time),
  /** As {@link #TIME}, under names that promise nothing. */
  TIME_IF_ANY("a time", ifAny(TimeConversions::timeOrDigits)),
  /** Seconds, to the nanoseconds ECS wants. */
  NANOS("a duration in seconds", TimeConversions::nanosOfSeconds),
  /** Milliseconds, to the nanoseconds ECS wants. */
  MILLIS("a duration in milliseconds", TimeConversions::nanosOfMillis),
  /** As {@link #MILLIS}, under names that promise nothing. */
  MILLIS_IF_ANY("a duration in milliseconds", ifAny(TimeConversions::nanosOfMillis)),
  /** A duration with its unit, as programs in Go write it: {@code 1m2.5s}, {@code 312.5µs}. */
  UNITS("a duration with its unit", value -> UnitDuration.nanos(value.toString())),
  SECONDS("a duration in seconds", TimeConversions::seconds),

  // Addresses, names and versions of networks' protocols: NetworkConversions.
  IP("an IP address", NetworkConversions::ip),
  /** Text of which only addresses are of interest: no address, no complaint. */
  IP_IF_ANY("an IP address", ofText(IpText::ofAddress)),
  MAC("a MAC address", value -> Hex.mac(value.toString())),
  MAC_IF_ANY("a MAC address", ofText(Hex::mac)),
  EMAIL_IF_ANY("an e-mail address", ofText(NetworkConversions::email)),
  /** {@code example.org} of {@code ada@example.org}. */
  DOMAIN_OF_EMAIL("an e-mail address", ofText(NetworkConversions::domainOfEmail)),
  /** A name of the DNS without the dot that stands for the root. */
  DOMAIN("a domain name", ofText(NetworkConversions::domain)),
  /** A name of the DNS as Windows' server writes it, {@code (3)www(7)example(3)org(0)}. */
  DNS_LABELS("a domain name", ofText(DnsLabels::name)),
  /** Zeek's {@code C_INTERNET} for the class that everyone else calls IN. */
  DNS_CLASS("a DNS class", NetworkConversions::dnsClass),
  /** {@code 1.1} of {@code HTTP/1.1}. */
  HTTP_VERSION("an HTTP version", ofText(NetworkConversions::httpVersion)),
  /** An application protocol; what sensors say when they know none leaves nothing. */
  PROTOCOL("the name of a protocol", ofText(NetworkConversions::protocol)),
  TLS_VERSION("a TLS version", ofText(NetworkConversions::tlsVersion)),
  TLS_PROTOCOL("a TLS version", ofText(NetworkConversions::tlsProtocol)),

  // What names one thing among all: IdentifierConversions.
  /** A certificate's fingerprint: hexadecimal digits, in ECS upper case without colons. */
  FINGERPRINT("hexadecimal digits", value -> Hex.fingerprint(value.toString())),
  /** Of several kinds of indicators only the hashes of MD5. */
  MD5_IF_ANY("32 hexadecimal digits", ofText(IdentifierConversions::md5)),
  /** Of several kinds of texts only the hashes of SHA-256. */
  SHA256_IF_ANY("64 hexadecimal digits", ofText(IdentifierConversions::sha256)),
  /** The 32 digits of a trace, which Amazon writes as {@code Root=1-5833...-36d2...}. */
  TRACE_ID("the id of a trace", ofText(IdentifierConversions::traceId)),
  /** The account in the name of a resource of Amazon's. */
  ARN_ACCOUNT("the name of a resource", ofText(IdentifierConversions::arnAccount)),
  /** The region in the name of a resource of Amazon's. */
  ARN_REGION("the name of a resource", ofText(IdentifierConversions::arnRegion));

  /** The answer of a conversion that understood the value and has nothing to say. */
  static final Object NOTHING = new Object();

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
  private final Way way;

  Conversion(String expected, Way way) {
    this.expected = expected;
    this.way = way;
  }

  /** What is done with a value; null if it is not what is expected. */
  private interface Way {
    @Nullable Object convert(Object value);
  }

  /** What is done with a value's text; null or empty if there is nothing to say. */
  private interface TextWay {
    @Nullable String convert(String text);
  }

  /** A way that complains of no value: what is not expected leaves nothing. */
  private static Way ifAny(Way way) {
    return value -> orNothing(way.convert(value));
  }

  /** A way for the text of any value; it complains of none. */
  private static Way ofText(TextWay way) {
    return value -> orNothing(way.convert(value.toString()));
  }

  private static Object orNothing(@Nullable Object value) {
    return value == null || value.equals("") ? NOTHING : value;
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

  /** What it takes, for the message about a value that is something else. */
  String expected() {
    return expected;
  }

  /** The ECS value, {@link #NOTHING}, or null if the value is not what is expected. */
  @Nullable Object convert(Object value) {
    return way.convert(value);
  }
}
