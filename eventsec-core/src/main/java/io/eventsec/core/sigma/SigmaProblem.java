package io.eventsec.core.sigma;

/**
 * Something wrong with a rule file, and what to do about it.
 *
 * @param file the name the text was read under
 * @param line from 1; 0 if the problem is with the file as a whole
 * @param column from 1; 0 if the problem is with the file as a whole
 * @param message what is wrong, naming the offending value and the rule it breaks
 * @param cure what to write instead
 */
public record SigmaProblem(String file, int line, int column, String message, String cure) {

  /** One line, {@code file:line:column: message. cure}, as editors understand it. */
  @Override
  public String toString() {
    return file + ':' + line + ':' + column + ": " + message + ". " + cure + '.';
  }
}
