package io.eventsec.app.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The REST method needs a signed-in user whose role has the permission, or, where it says so, a
 * sensor's token.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {
  /** Which. */
  Permission value();

  /** True if a sensor of the tenant may call it too. */
  boolean sensors() default false;
}
