package io.eventsec.core.sigma.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A text of one or more YAML documents, read with limits. */
public final class YamlText {
  private static final int MAX_CODE_POINTS = 4 * 1024 * 1024;
  private static final int MAX_ALIASES = 50;
  private static final List<String> ENDS = List.of("end of stream", "<stream end>");

  /** It holds tables that are only read; making them for each of thousands of files would cost. */
  private static final CoreSchema SCHEMA = new CoreSchema();

  private final String text;
  private final List<Node> roots;

  private YamlText(String text, List<Node> roots) {
    this.text = text;
    this.roots = roots;
  }

  /** The documents up to the first that is no YAML; that one is a problem. */
  public static YamlText read(String text, Problems problems) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<Node> roots = new ArrayList<>();
    if (plain.length() > MAX_CODE_POINTS) {
      problems.add(
          Place.WHOLE,
          "The text has " + plain.length() + " characters, more than " + MAX_CODE_POINTS,
          "Split it into several files");
      return new YamlText(plain, roots);
    }
    try {
      Composer composer = composer(plain, problems.file());
      while (composer.hasNext()) {
        roots.add(composer.next());
      }
    } catch (MarkedYamlEngineException e) {
      String cause = cause(e);
      problems.add(place(e), "Not valid YAML: " + cause, YamlCure.of(cause));
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The parser lets tags through of which its nodes can't be made.
      problems.add(
          Place.WHOLE,
          "Not valid YAML: " + e.getMessage(),
          YamlCure.of(String.valueOf(e.getMessage())));
    }
    return new YamlText(plain, roots);
  }

  private static Composer composer(String text, String name) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(SCHEMA)
            .setCodePointLimit(MAX_CODE_POINTS)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setAllowRecursiveKeys(false)
            .build();
    return new Composer(
        settings,
        new DepthLimitedParser(new ParserImpl(settings, new StreamReader(settings, text))));
  }

  private static Place place(MarkedYamlEngineException e) {
    // What is never closed is told of where it begins.
    return Optional.of(e)
        .filter(found -> ENDS.stream().anyMatch(found.getProblem()::contains))
        .flatMap(MarkedYamlEngineException::getContextMark)
        .or(e::getProblemMark)
        .or(e::getContextMark)
        .map(Place::of)
        .orElse(Place.WHOLE);
  }

  private static String cause(MarkedYamlEngineException e) {
    String context = e.getContext();
    return context == null || context.isEmpty() ? e.getProblem() : context + ", " + e.getProblem();
  }

  /** The documents' top nodes. */
  public List<Node> roots() {
    return roots;
  }

  /** The text of one document: all of it if there is no other. */
  String textOf(Node root) {
    if (roots.size() == 1) {
      return text;
    }
    int start = root.getStartMark().map(mark -> mark.getIndex()).orElse(0);
    int end = root.getEndMark().map(mark -> mark.getIndex()).orElse(text.length());
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }
}
