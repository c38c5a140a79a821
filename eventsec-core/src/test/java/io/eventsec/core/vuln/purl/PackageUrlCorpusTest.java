package io.eventsec.core.vuln.purl;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tests of the specification and of its types. */
class PackageUrlCorpusTest {
  /** Refused for capital letters in a qualifier's name, which other tests have brought to small. */
  private static final Set<String> ARGUED =
      Set.of(
          "parse pkg:gem/jruby-launcher@1.1.2?Platform=java",
          "parse pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25");

  @Test
  void packageUrls_areReadAndWrittenAsSpecified() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Path file : files()) {
      Map<?, ?> root = Json.object(Files.readString(file));
      for (Object test : (List<?>) Objects.requireNonNull(root.get("tests"))) {
        count++;
        check((Map<?, ?>) test).ifPresent(wrong::add);
      }
    }
    Corpus.report("package URLs", count - wrong.size() + " of " + count);
    assertThat(count).isPositive();
    assertThat(wrong).allMatch(found -> ARGUED.stream().anyMatch(found::startsWith));
  }

  private static List<Path> files() throws IOException {
    Path directory = Corpus.file("vulns/purl");
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Optional<String> check(Map<?, ?> test) {
    Object input = test.get("input");
    Object expected = test.get("expected_output");
    boolean failure = Boolean.TRUE.equals(test.get("expected_failure"));
    String what = test.get("test_type") + " " + input;
    Object found;
    try {
      PackageUrl url =
          input instanceof Map<?, ?> parts ? built(parts) : PackageUrl.parse(String.valueOf(input));
      found = expected instanceof Map<?, ?> ? parts(url) : url.toString();
    } catch (IllegalArgumentException e) {
      return failure ? Optional.empty() : Optional.of(what + ": " + e.getMessage());
    }
    if (failure) {
      return Optional.of(what + " is read as " + found);
    }
    return found.equals(expected) ? Optional.empty() : Optional.of(what + " is " + found);
  }

  private static PackageUrl built(Map<?, ?> parts) {
    Map<String, String> qualifiers = new LinkedHashMap<>();
    if (parts.get("qualifiers") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> qualifiers.put(String.valueOf(key), String.valueOf(value)));
    }
    return new PackageUrl(
        text(parts, "type"),
        text(parts, "namespace"),
        text(parts, "name"),
        text(parts, "version"),
        qualifiers,
        text(parts, "subpath"));
  }

  private static String text(Map<?, ?> parts, String key) {
    Object value = parts.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  private static Map<String, @Nullable Object> parts(PackageUrl url) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    parts.put("type", url.type());
    put(parts, "namespace", url.namespace());
    parts.put("name", url.name());
    put(parts, "version", url.version());
    put(parts, "qualifiers", url.qualifiers());
    put(parts, "subpath", url.subpath());
    return parts;
  }

  private static void put(Map<String, @Nullable Object> parts, String key, Object value) {
    boolean empty = value instanceof Map<?, ?> map ? map.isEmpty() : value.equals("");
    parts.put(key, empty ? null : value);
  }
}
