package io.eventsec.core.ingest;

import java.util.regex.Pattern;

/**
 * Names the exchange that brought a batch, so that what became of it can be laid beside the log of
 * that exchange. It says nothing about what the batch is: no identity is derived from it.
 *
 * @param id 8 to 64 of letters, digits and {@code -}
 */
public record Correlation(String id) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the id has another form; its text is not repeated, since it
   *     may be anything
   */
  public Correlation {
    if (!isSound(id)) {
      throw new IllegalArgumentException(
          "Correlation id of "
              + id.length()
              + " characters is not 8 to 64 of letters, digits and '-'; give one that is, or none");
    }
  }

  /** True if the text has the form of an id. */
  public static boolean isSound(String id) {
    return FORM.matcher(id).matches();
  }

  @Override
  public String toString() {
    return id;
  }
}
