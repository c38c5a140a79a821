package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.TextPattern;
import java.util.function.UnaryOperator;

/**
 * The text of a value as regular expressions of a pipeline see it: wildcards are {@code *} and
 * {@code ?}, and a backslash is one backslash, whether or not the rule doubles it. Only where it
 * stands before a star or question mark are backslashes as the rule writes them, because there they
 * decide what the character means.
 */
final class PlainText {
  private PlainText() {}

  /** The rule's text after its plain form was changed; wildcards in the outcome count as such. */
  static String changed(String written, UnaryOperator<String> change) {
    return written(change.apply(plain(TextPattern.parse(written))));
  }

  /**
   * The rule's text after each run between wildcards was changed.
   *
   * @param special whether wildcards in what a run becomes count as such
   */
  static String changedRuns(String written, UnaryOperator<String> change, boolean special) {
    TextPattern pattern = TextPattern.parse(written);
    StringBuilder text = new StringBuilder();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      int element = pattern.element(i);
      if (element >= 0) {
        run.append((char) element);
      } else {
        endRun(run, change, special, text);
        text.append(element == TextPattern.ANY_RUN ? '*' : '?');
      }
    }
    endRun(run, change, special, text);
    return text.toString();
  }

  private static void endRun(
      StringBuilder run, UnaryOperator<String> change, boolean special, StringBuilder text) {
    if (run.length() > 0) {
      String changed = change.apply(run.toString());
      text.append(special ? written(changed) : TextPattern.literal(changed).toString());
      run.setLength(0);
    }
  }

  /** The plain form. */
  static String of(String written) {
    return plain(TextPattern.parse(written));
  }

  private static String plain(TextPattern pattern) {
    StringBuilder text = new StringBuilder();
    int backslashes = 0;
    for (int i = 0; i < pattern.length(); i++) {
      int element = pattern.element(i);
      boolean star = element == '*' || element == '?';
      if (star || element < 0) {
        text.append("\\".repeat(star ? backslashes + 1 : backslashes));
      }
      backslashes = element == '\\' ? backslashes + 1 : 0;
      text.append(
          element == TextPattern.ANY_RUN
              ? '*'
              : element == TextPattern.ANY_ONE ? '?' : (char) element);
    }
    return text.toString();
  }

  private static String written(String plain) {
    StringBuilder text = new StringBuilder();
    int backslashes = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\\') {
        backslashes++;
        continue;
      }
      text.append("\\".repeat(c == '*' || c == '?' ? backslashes : 2 * backslashes)).append(c);
      backslashes = 0;
    }
    return text.append("\\".repeat(2 * backslashes)).toString();
  }
}
