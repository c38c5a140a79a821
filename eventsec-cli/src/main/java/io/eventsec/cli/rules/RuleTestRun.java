package io.eventsec.cli.rules;

import io.eventsec.core.ruletest.RuleTestFile;
import io.eventsec.core.ruletest.RuleTestResult;
import io.eventsec.core.ruletest.RuleTests;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds rules and the tests beside them, and runs these. Not thread-safe. */
final class RuleTestRun {
  private static final String TEST_END = ".test.yml";
  private static final String RULE_END = ".yml";

  private final RuleTests tests = new RuleTests();
  private final Map<Path, List<RuleTestResult>> results = new LinkedHashMap<>();
  private final List<SigmaProblem> problems = new ArrayList<>();
  private int untested;
  private Path directory = Path.of("");
  private @Nullable LoadedRules neighbours;

  /** Runs the tests of a rule file, or of all below a directory. */
  void run(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    directory = Files.isDirectory(path) || parent == null ? path : parent;
    neighbours = null;
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path rule : tree.filter(RuleTestRun::isRule).sorted().toList()) {
        runBeside(rule);
      }
    }
  }

  private static boolean isRule(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && name.endsWith(RULE_END) && !name.endsWith(TEST_END);
  }

  private void runBeside(Path rule) throws IOException {
    String name = String.valueOf(rule.getFileName());
    Path file =
        rule.resolveSibling(name.substring(0, name.length() - RULE_END.length()) + TEST_END);
    if (!Files.exists(file)) {
      untested++;
      return;
    }
    try {
      run(rule, file);
    } catch (CharacterCodingException e) {
      problems.add(new SigmaProblem(rule.toString(), 0, 0, "It is not UTF-8", "Save it so"));
    }
  }

  private void run(Path rule, Path file) throws IOException {
    SigmaDocument document = SigmaReader.read(rule.toString(), Files.readString(rule));
    RuleTestFile cases = RuleTests.read(file.toString(), Files.readString(file));
    problems.addAll(document.problems());
    problems.addAll(cases.problems());
    if (document.rules().size() == 1 && document.correlations().isEmpty()) {
      results.put(rule, tests.run(document.rules().get(0), cases));
    } else if (document.correlations().size() == 1) {
      correlation(rule, document, cases);
    } else if (document.problems().isEmpty()) {
      problems.add(
          new SigmaProblem(
              file.toString(),
              0,
              0,
              "The file beside it has "
                  + document.rules().size()
                  + " rules and "
                  + document.correlations().size()
                  + " correlations, and tests are of one",
              "Write each into a file of its own"));
    }
  }

  /** What a correlation refers to may be in its own file or in others of the directory. */
  private void correlation(Path rule, SigmaDocument document, RuleTestFile cases) {
    LoadedRules own = LoadedRules.of(List.of(document));
    LoadedRules all = own.unresolved().isEmpty() ? own : own.and(neighbours());
    List<SigmaProblem> missing =
        all.unresolved().stream()
            .filter(problem -> problem.file().equals(rule.toString()))
            .toList();
    problems.addAll(missing);
    if (missing.isEmpty()) {
      results.put(rule, tests.run(all, document.correlations().get(0), cases));
    }
  }

  /** All rules of the directory; what is wrong with them is told where they are tested. */
  private LoadedRules neighbours() {
    LoadedRules loaded = neighbours;
    if (loaded == null) {
      LoadedRules read = RuleDirectory.load(directory);
      loaded = new LoadedRules(read.rules(), read.correlations(), read.filters(), List.of());
      neighbours = loaded;
    }
    return loaded;
  }

  /** What became of the cases, by rule file. */
  Map<Path, List<RuleTestResult>> results() {
    return results;
  }

  /** What is wrong with rules and tests. */
  List<SigmaProblem> problems() {
    return problems;
  }

  /** How many rule files have no tests. */
  int untested() {
    return untested;
  }

  long passed() {
    return results.values().stream().flatMap(List::stream).filter(RuleTestResult::passed).count();
  }

  long failed() {
    return results.values().stream().mapToLong(List::size).sum() - passed();
  }
}
