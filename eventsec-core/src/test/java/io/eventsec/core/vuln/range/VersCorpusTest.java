package io.eventsec.core.vuln.range;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests of the VERS specification. */
class VersCorpusTest {
  /**
   * A range without a constraint is none by the specification; and {@code ~0.8.0-pre} is below
   * 0.9.0 by node-semver, where the test has two overlapping parts of it.
   */
  private static final Set<String> ARGUED =
      Set.of(
          "from_native {native_range=, scheme=conan}",
          "from_native {native_range=>= 0.2.0 <= 0.9.6 || ~0.8.0-pre, scheme=npm}");

  @Test
  void ranges_areReadAndJudgedAsSpecified() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Path file : files()) {
      for (Object test :
          (List<?>) Objects.requireNonNull(Json.object(Files.readString(file)).get("tests"))) {
        count++;
        check((Map<?, ?>) test).ifPresent(wrong::add);
      }
    }
    Corpus.report("ranges of VERS", count - wrong.size() + " of " + count);
    assertThat(count).isPositive();
    assertThat(wrong).allMatch(found -> ARGUED.stream().anyMatch(found::startsWith));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(Corpus.file("vulns/vers"))) {
      return list.sorted().toList();
    }
  }

  private static Optional<String> check(Map<?, ?> test) {
    boolean failure = Boolean.TRUE.equals(test.get("expected_failure"));
    Object expected = test.get("expected_output");
    String what = test.get("test_type") + " " + test.get("input");
    try {
      Object found =
          found(String.valueOf(test.get("test_type")), Objects.requireNonNull(test.get("input")));
      if (failure) {
        return Optional.of(what + " is read as " + found);
      }
      return found.equals(expected)
          ? Optional.empty()
          : Optional.of(what + " is " + found + ", not " + expected);
    } catch (IllegalArgumentException | UnreadableVersionException e) {
      return failure ? Optional.empty() : Optional.of(what + ": " + e.getMessage());
    }
  }

  private static Object found(String type, Object input) throws UnreadableVersionException {
    return switch (type) {
      case "parse" -> parts(VersRange.parseCanonical(String.valueOf(input)));
      case "validate" -> VersRange.parse(String.valueOf(input)).toString();
      case "containment" -> contains((Map<?, ?>) input);
      case "from_native" ->
          NativeRange.parse(
                  String.valueOf(((Map<?, ?>) input).get("scheme")),
                  String.valueOf(((Map<?, ?>) input).get("native_range")))
              .toString();
      default -> throw new IllegalStateException(type);
    };
  }

  private static boolean contains(Map<?, ?> input) throws UnreadableVersionException {
    VersRange range = VersRange.parse(String.valueOf(input.get("vers")));
    return range.contains(range.scheme().parse(String.valueOf(input.get("version"))));
  }

  private static Map<String, Object> parts(VersRange range) {
    return Map.of(
        "scheme",
        range.name(),
        "version_constraints",
        range.constraints().stream()
            .map(one -> List.of(one.comparator().sign(), one.version().text()))
            .toList());
  }
}
