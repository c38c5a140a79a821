package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.eventsec.core.sigma.internal.Problems;
import java.util.Optional;

/**
 * A regular expression and what to put in place of each find. Groups are referred to as in Python,
 * where pipelines come from: {@code \1}, {@code \g<1>} and {@code \g<name>}. Two backslashes are
 * one; a backslash before anything else is itself.
 *
 * @param regex the expression, which runs in linear time
 * @param template the replacement in the library's own form
 */
record RegexReplacement(Pattern regex, String template) {
  private static final Pattern REFERENCE = Pattern.compile("\\\\(?:([0-9]{1,2})|g<(\\w+)>|(\\\\))");
  private static final int NUMBER = 1;
  private static final int NAME = 2;
  private static final int BACKSLASH = 3;

  /** Reads the replacement; references to groups that aren't there are problems. */
  static RegexReplacement of(Parameters parameters, Pattern regex, String key) {
    StringBuilder template = new StringBuilder();
    String text = parameters.maybeEmptyText(key);
    Matcher found = REFERENCE.matcher(text);
    int end = 0;
    while (found.find()) {
      appendLiteral(text.substring(end, found.start()), template);
      if (found.group(BACKSLASH) != null) {
        appendLiteral("\\", template);
      } else {
        String name = Optional.ofNullable(found.group(NUMBER)).orElseGet(() -> found.group(NAME));
        template.append('$').append(group(name, parameters, regex, key));
      }
      end = found.end();
    }
    appendLiteral(text.substring(end), template);
    return new RegexReplacement(regex, template.toString());
  }

  String apply(String text) {
    return regex.matcher(text).replaceAll(template);
  }

  private static int group(String name, Parameters parameters, Pattern regex, String key) {
    int number =
        name.matches("[0-9]{1,2}")
            ? Integer.parseInt(name)
            : regex.namedGroups().getOrDefault(name, Integer.MAX_VALUE);
    if (number <= regex.groupCount()) {
      return number;
    }
    parameters.wrong(
        key,
        "The replacement names group " + Problems.shown(name) + ", which the regex hasn't got",
        "Name one of its " + regex.groupCount() + " groups, or double the backslash");
    return 0;
  }

  /** A backslash makes plain what means something to the library, and digits behind a group. */
  private static void appendLiteral(String text, StringBuilder template) {
    for (char c : text.toCharArray()) {
      if (c == '\\' || c == '$' || (c >= '0' && c <= '9')) {
        template.append('\\');
      }
      template.append(c);
    }
  }
}
