package io.eventsec.core.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparisons of the corpus, each in both directions. */
class VersionCorpusTest {
  record Comparison(String a, String operator, String b, String source) {
    boolean holds(int compared) {
      return switch (operator) {
        case "<" -> compared < 0;
        case ">" -> compared > 0;
        case "=" -> compared == 0;
        case "<=" -> compared <= 0;
        case "!" -> compared != 0;
        default -> throw new IllegalArgumentException(operator);
      };
    }

    @Override
    public String toString() {
      return a + ' ' + operator + ' ' + b + " (" + source + ')';
    }
  }

  /**
   * Composer makes four numbers of a version before it compares, so that 3.0 is 3.0.0 and newer
   * than its beta; two vectors are of version_compare alone.
   *
   * <p>One tool leaves epochs out if one side has none; rpm, and the other vectors of the same file
   * ({@code 3 < 1:2}), take a missing epoch for zero. Both cannot hold, and an order that leaves
   * them out is none: 1:0 before 1, 1 before 0:2, 0:2 before 1:0.
   */
  private static final Set<String> ARGUED =
      Set.of(
          "v3.0 < v3.0.0-beta (scalibr-generated)",
          "v4.4 < v4.4.0-beta (scalibr-generated)",
          "1:0 < 1 (grype)",
          "2:4.19.01-1.el7_5 = 4.19.1-1.el7_5 (grype)",
          "4.19.01-1.el7_5 = 2:4.19.1-1.el7_5 (grype)",
          "4.19.0-1.el7_5 > 12:4.19.0-1.el7 (grype)",
          "3:4.19.0-1.el7_5 < 4.21.0-1.el7 (grype)");

  static Stream<Map.Entry<String, VersionScheme>> files() {
    return Stream.of(
        Map.entry("alpm.tsv", VersionScheme.ALPM),
        Map.entry("apk.tsv.gz", VersionScheme.APK),
        Map.entry("composer.tsv.gz", VersionScheme.COMPOSER),
        Map.entry("conan.tsv", VersionScheme.CONAN),
        Map.entry("cran.tsv", VersionScheme.CRAN),
        Map.entry("datetime.tsv", VersionScheme.DATETIME),
        Map.entry("deb.tsv.gz", VersionScheme.DEB),
        Map.entry("ebuild.tsv", VersionScheme.EBUILD),
        Map.entry("gem.tsv.gz", VersionScheme.GEM),
        Map.entry("hackage.tsv", VersionScheme.HACKAGE),
        Map.entry("jvm.tsv", VersionScheme.JVM),
        Map.entry("lexicographic.tsv", VersionScheme.LEXICOGRAPHIC),
        Map.entry("maven.tsv.gz", VersionScheme.MAVEN),
        Map.entry("nuget.tsv", VersionScheme.NUGET),
        Map.entry("openssl.tsv", VersionScheme.OPENSSL),
        Map.entry("pub.tsv", VersionScheme.PUB),
        Map.entry("pypi.tsv.gz", VersionScheme.PYPI),
        Map.entry("rpm.tsv", VersionScheme.RPM),
        Map.entry("rpm-segment.tsv", VersionScheme.RPM),
        Map.entry("semver.tsv", VersionScheme.SEMVER));
  }

  @ParameterizedTest
  @MethodSource("files")
  void comparisons_areThoseOfTheEcosystem(Map.Entry<String, VersionScheme> file) throws Exception {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : Corpus.lines(Corpus.file("vulns/version-compare/" + file.getKey()))) {
      String[] columns = line.split("\t", -1);
      Comparison comparison = new Comparison(columns[0], columns[1], columns[2], columns[3]);
      count++;
      try {
        Version a = file.getValue().parse(comparison.a());
        Version b = file.getValue().parse(comparison.b());
        int compared = a.compareTo(b);
        if (!comparison.holds(compared)
            || Integer.signum(compared) != -Integer.signum(b.compareTo(a))) {
          wrong.add(comparison.toString());
        }
      } catch (UnreadableVersionException e) {
        wrong.add(comparison + ": " + e.getMessage());
      }
    }
    Corpus.report("versions " + file.getKey(), count - wrong.size() + " of " + count);
    assertThat(wrong).isSubsetOf(ARGUED);
  }
}
