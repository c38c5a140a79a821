package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import io.eventsec.rules.BundledRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rules from where the user says: files, directories, or the ones that come with the product. */
public final class RuleSources {
  /** The word for the rules that come with the product. */
  public static final String BUNDLED = "bundled";

  private RuleSources() {}

  /**
   * Loads them all as they are written; a rule whose placeholders have no values is a problem.
   *
   * @throws CommandFailedException if one of the names is nothing that is there
   */
  public static LoadedRules load(List<String> names) {
    return load(names, SigmaPipelines.NONE);
  }

  /**
   * Loads them all and runs pipelines over them; of two rules with one id the first stays and the
   * second is a problem.
   *
   * @throws CommandFailedException if one of the names is nothing that is there
   */
  public static LoadedRules load(List<String> names, SigmaPipelines pipelines) {
    LoadedRules all = LoadedRules.NONE;
    for (String name : names) {
      all = all.and(load(name));
    }
    LoadedRules ready = pipelines.apply(all);
    return new LoadedRules(
        ready.rules(), ready.correlations(), ready.filters(), shown(names, ready.problems()));
  }

  /** Everything that does not run, and why, under paths that can be opened. */
  public static List<SigmaProblem> leftOut(
      List<String> names, LoadedRules loaded, CorrelationRules correlations) {
    return shown(
        names, Stream.concat(loaded.leftOut().stream(), correlations.problems().stream()).toList());
  }

  /** Problems under paths that can be opened from where the user is. */
  static List<SigmaProblem> shown(List<String> names, List<SigmaProblem> problems) {
    return problems.stream().map(problem -> shown(names, problem)).toList();
  }

  private static LoadedRules load(String name) {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      return RuleDirectory.load(path);
    }
    if (Files.isRegularFile(path)) {
      return file(path);
    }
    if (name.equals(BUNDLED)) {
      return BundledRules.load();
    }
    throw new CommandFailedException(
        ExitStatus.FAILED,
        name + " does not exist",
        "name a rule file, a directory of rules, or '" + BUNDLED + "'");
  }

  private static SigmaProblem shown(List<String> names, SigmaProblem problem) {
    return names.stream()
        .map(name -> Path.of(name).resolve(problem.file()))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(
            file ->
                new SigmaProblem(
                    file.toString(),
                    problem.line(),
                    problem.column(),
                    problem.message(),
                    problem.cure()))
        .orElse(problem);
  }

  private static LoadedRules file(Path path) {
    try (InputStream yaml = Files.newInputStream(path)) {
      return LoadedRules.of(List.of(SigmaReader.read(path.toString(), yaml)));
    } catch (IOException e) {
      SigmaProblem problem =
          new SigmaProblem(
              path.toString(), 0, 0, "The file can't be read: " + e, "Check its permissions");
      return new LoadedRules(List.of(), List.of(), List.of(), List.of(problem));
    }
  }
}
