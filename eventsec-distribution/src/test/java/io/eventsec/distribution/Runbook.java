package io.eventsec.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of docs/runbooks: what it has people run, and what it says they will see.
 *
 * @param name of its file, without the ending
 * @param text all of it
 */
record Runbook(String name, String text) {
  static final List<String> SECTIONS = List.of("Symptom", "What is safe", "Steps", "Over");

  private static final Path HOME = Sources.root().resolve("docs").resolve("runbooks");
  private static final Pattern FENCE =
      Pattern.compile("(?ms)^ *```([a-z]*)(?: status=(\\d+))?\\n(.*?)^ *```$");

  /**
   * A block of commands.
   *
   * @param section it stands in
   * @param script the commands
   * @param status what it ends with
   * @param printed what the page says is printed, a line each; {@code ...} stands for anything
   */
  record Block(String section, String script, int status, List<String> printed) {
    /** The lines that the output should have and does not. */
    List<String> missingIn(String output) {
      return printed.stream()
          .filter(line -> !Pattern.compile(pattern(line), Pattern.DOTALL).matcher(output).find())
          .toList();
    }

    private static String pattern(String line) {
      return Stream.of(line.strip().split("\\.\\.\\.", -1))
          .map(Pattern::quote)
          .reduce((before, after) -> before + "[^\\n]*" + after)
          .orElse("");
    }
  }

  static List<Runbook> all() throws IOException {
    List<Runbook> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(HOME)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".md", "");
        if (!name.equals("README")) {
          pages.add(new Runbook(name, Files.readString(file)));
        }
      }
    }
    return pages;
  }

  static Runbook named(String name) throws IOException {
    return new Runbook(name, Files.readString(HOME.resolve(name + ".md")));
  }

  static String index() throws IOException {
    return Files.readString(HOME.resolve("README.md"));
  }

  /** Its blocks of commands, in their order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    int last = -1;
    while (fence.find()) {
      String section = section(fence.start());
      if (fence.group(1).equals("sh")) {
        int status = fence.group(2) == null ? 0 : Integer.parseInt(fence.group(2));
        blocks.add(new Block(section, fence.group(3).stripIndent(), status, List.of()));
      } else if (!blocks.isEmpty() && text.substring(last, fence.start()).isBlank()) {
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(
            new Block(
                block.section(), block.script(), block.status(), fence.group(3).lines().toList()));
      }
      last = fence.end();
    }
    return blocks;
  }

  /** The kinds of fenced blocks it has. */
  List<String> languages() {
    return FENCE.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }

  List<String> sections() {
    return Pattern.compile("(?m)^## (.*)$")
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private String section(int position) {
    String before = text.substring(0, position);
    int start = before.lastIndexOf("\n## ");
    return start < 0 ? "" : before.substring(start + 4).lines().findFirst().orElse("");
  }

  /** Runs the blocks of one section. */
  void run(String section, Map<String, String> environment)
      throws IOException, InterruptedException {
    for (Block block : blocks()) {
      if (block.section().equals(section)) {
        run(block, environment);
      }
    }
  }

  private void run(Block block, Map<String, String> environment)
      throws IOException, InterruptedException {
    System.out.println("[" + name + "] " + block.script().strip().indent(2).strip());
    Script run = Script.run(environment, "bash", "-euo", "pipefail", "-c", block.script());
    System.out.print(run.output().indent(4));
    String told = "docs/runbooks/" + name + ".md says to run\n" + block.script() + "and it said\n";
    if (run.status() != block.status()) {
      throw new AssertionError(told + run.output() + "and ended with " + run.status());
    }
    List<String> missing = block.missingIn(run.output());
    if (!missing.isEmpty()) {
      throw new AssertionError(told + run.output() + "and not " + missing);
    }
  }
}
