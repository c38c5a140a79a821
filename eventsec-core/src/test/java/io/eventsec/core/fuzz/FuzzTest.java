package io.eventsec.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs Jazzer on each target a thousand times, from the seeds in the tests' resources; {@code
 * -Dfuzz.seconds=600} for ten minutes each. What it finds is kept in {@code target/fuzz}.
 */
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);

  /** What the fuzzer learns from; all else is left as it is, which makes the start short. */
  private static final String FUZZED = "io.eventsec.core.**:org.snakeyaml.**";

  /** Most of a short run is the start, so it is not measured by time. */
  private static final String LIMIT = SECONDS == 0 ? "-runs=1000" : "-max_total_time=" + SECONDS;

  @ParameterizedTest
  @ValueSource(
      classes = {
        RuleReaderFuzz.class,
        ConditionFuzz.class,
        EventFuzz.class,
        IndicatorFeedFuzz.class,
        StixPatternFuzz.class,
        InventoryFuzz.class,
        AdvisoryFuzz.class,
        VexFuzz.class,
        VersionFuzz.class,
        SyslogFramesFuzz.class
      })
  void target_survives(Class<?> target) throws Exception {
    Path home = Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
    Files.createDirectories(home.resolve("corpus"));
    Path seeds =
        Path.of("src", "test", "resources", "fuzz", target.getSimpleName()).toAbsolutePath();
    Path log = home.resolve("log.txt");

    int status = run(target, home, seeds, log);

    assertThat(status).as(() -> end(log)).isZero();
    assertThat(end(log)).containsPattern("Done \\d+ runs");
  }

  private static int run(Class<?> target, Path home, Path seeds, Path log) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    if (SECONDS == 0) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=" + FUZZED);
    command.add("--custom_hook_includes=" + FUZZED);
    // Rules hold expressions of other people: they are meant to be compiled, and run within bounds.
    command.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection");
    command.add("--reproducer_path=" + home);
    command.add("-artifact_prefix=" + home + "/");
    command.addAll(List.of("-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"));
    command.add(LIMIT);
    command.addAll(List.of(home.resolve("corpus").toString(), seeds.toString()));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  private static String end(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      return text.substring(Math.max(0, text.length() - 4_000));
    } catch (IOException e) {
      return "No log: " + e;
    }
  }
}
