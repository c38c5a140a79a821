package io.eventsec.app.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes the body of a call may have, where it is not {@link BodyLimitFilter#USUAL}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
  /** That many; {@link #OWN} if the method bounds it itself. */
  int value();

  /** The method bounds the body itself. */
  int OWN = -1;
}
