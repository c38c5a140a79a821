package io.eventsec.core.vuln.purl;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A package URL: {@code pkg:type/namespace/name@version?qualifiers#subpath} of ECMA-427, in its
 * canonical form; two that mean the same package are equal. Immutable and thread-safe.
 *
 * @param type lower case: {@code maven}, {@code deb}
 * @param namespace decoded, segments with {@code /} between them; empty if there is none
 * @param name decoded
 * @param version decoded; empty if there is none
 * @param qualifiers decoded, by their names in lower case, in order of the names; none is empty
 * @param subpath decoded, segments with {@code /} between them; empty if there is none
 */
public record PackageUrl(
    String type,
    String namespace,
    String name,
    String version,
    Map<String, String> qualifiers,
    String subpath) {
  private static final int LONGEST = 4096;
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]*");
  private static final Set<String> OF_DISTRIBUTIONS = Set.of("deb", "rpm", "apk");
  private static final Pattern QUALIFIER = Pattern.compile("[a-z][a-z0-9._-]*");

  /**
   * Brings the parts to their canonical form.
   *
   * @throws IllegalArgumentException naming the part that is against the rules, and the rule
   */
  public PackageUrl {
    type = type.toLowerCase(Locale.ROOT);
    if (!TYPE.matcher(type).matches()) {
      throw wrong("the type '" + type + "'", "a letter first, then letters, digits, . and -");
    }
    qualifiers = canonical(qualifiers);
    TypeRules rules = TypeRules.of(type);
    namespace = rules.namespace(Segments.trimmed(namespace));
    name = rules.name(name, qualifiers);
    if (type.equals(TypeRules.GIT)) {
      // The host is the namespace, its path the name, wherever they were told apart.
      String path = Segments.trimmed(namespace + '/' + name);
      int host = path.indexOf('/');
      namespace = host < 0 ? "" : path.substring(0, host);
      name = path.substring(host + 1);
    }
    version = rules.version(version);
    subpath = Segments.withoutDots(subpath);
    if (name.isEmpty()) {
      throw wrong("no name", "every package has one");
    }
    rules.check(namespace, name, version, qualifiers);
  }

  /**
   * Reads one, canonical or not.
   *
   * @param text at most 4,096 characters
   * @throws IllegalArgumentException naming what is wrong with it, and the rule
   */
  public static PackageUrl parse(String text) {
    if (text.length() > LONGEST) {
      throw wrong(text.length() + " characters", "at most " + LONGEST);
    }
    int scheme = text.indexOf(':');
    if (scheme < 0 || !text.substring(0, scheme).equalsIgnoreCase("pkg")) {
      throw wrong("no scheme 'pkg:' in '" + text + "'", "write pkg:type/name@version");
    }
    PackageUrl url = PackageUrlReader.read(text.substring(scheme + 1));
    // What one character becomes when it is escaped has nine at most.
    if (text.length() > LONGEST / 9 && url.toString().length() > LONGEST) {
      throw wrong(
          url.toString().length() + " characters when they are escaped", "at most " + LONGEST);
    }
    return url;
  }

  private static Map<String, String> canonical(Map<String, String> qualifiers) {
    Map<String, String> canonical = new TreeMap<>();
    qualifiers.forEach(
        (key, value) -> {
          String lower = key.toLowerCase(Locale.ROOT);
          if (!QUALIFIER.matcher(lower).matches()) {
            throw wrong(
                "the qualifier '" + key + "'", "a letter first, then letters, digits, . _ and -");
          }
          if (!value.isEmpty() && canonical.put(lower, value) != null) {
            throw wrong("the qualifier '" + lower + "' twice", "each once");
          }
        });
    return Collections.unmodifiableMap(canonical);
  }

  static IllegalArgumentException wrong(String what, String rule) {
    return new IllegalArgumentException("A package URL with " + what + "; the rule is: " + rule);
  }

  /**
   * True if packages of that type are a distribution's: their names mean something only within it,
   * and are the same whoever distributes them.
   */
  public static boolean isOfDistribution(String type) {
    return OF_DISTRIBUTIONS.contains(type);
  }

  /** A qualifier's value. */
  public Optional<String> qualifier(String key) {
    return Optional.ofNullable(qualifiers.get(key));
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return PackageUrlWriter.write(this);
  }
}
