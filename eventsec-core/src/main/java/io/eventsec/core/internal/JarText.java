package io.eventsec.core.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that come in the jar. */
public final class JarText {
  private JarText() {}

  /**
   * A text in UTF-8.
   *
   * @param owner the class beside which it lies
   * @param name the resource's name; one that starts with a slash is looked for from the top
   * @throws IllegalStateException if it is not there, which is so only in a jar that was changed
   */
  public static String read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name + "; put the original back");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the jar", e);
    }
  }
}
