package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import io.eventsec.rules.BundledRules;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    LoadedRules all = new LoadedRules(List.of(), List.of());
    for (String name : names) {
      all = all.and(load(name, pipelines));
    }
    return all;
  }

  private static LoadedRules load(String name, SigmaPipelines pipelines) {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      return below(path, pipelines);
    }
    if (Files.isRegularFile(path)) {
      return pipelines.apply(file(path));
    }
    if (name.equals(BUNDLED)) {
      return pipelines.apply(BundledRules.load());
    }
    throw new CommandFailedException(
        ExitStatus.FAILED,
        name + " does not exist",
        "name a rule file, a directory of rules, or '" + BUNDLED + "'");
  }

  /** A directory's problems under paths that can be opened from where the user is. */
  private static LoadedRules below(Path directory, SigmaPipelines pipelines) {
    LoadedRules loaded = pipelines.apply(RuleDirectory.load(directory));
    List<SigmaProblem> problems =
        loaded.problems().stream().map(problem -> under(directory, problem)).toList();
    return new LoadedRules(loaded.rules(), problems);
  }

  private static SigmaProblem under(Path directory, SigmaProblem problem) {
    Path file = directory.resolve(problem.file());
    String shown = Files.isRegularFile(file) ? file.toString() : problem.file();
    return new SigmaProblem(
        shown, problem.line(), problem.column(), problem.message(), problem.cure());
  }

  private static LoadedRules file(Path path) {
    List<SigmaRule> rules = new ArrayList<>();
    List<SigmaProblem> problems = new ArrayList<>();
    try {
      SigmaDocument read = SigmaReader.read(path.toString(), Files.readString(path));
      rules.addAll(read.rules());
      problems.addAll(read.problems());
    } catch (CharacterCodingException e) {
      problems.add(new SigmaProblem(path.toString(), 0, 0, "The file is not UTF-8", "Save it so"));
    } catch (IOException e) {
      problems.add(
          new SigmaProblem(
              path.toString(), 0, 0, "The file can't be read: " + e, "Check its permissions"));
    }
    return LoadedRules.of(List.of(new SigmaDocument(rules, problems)));
  }
}
