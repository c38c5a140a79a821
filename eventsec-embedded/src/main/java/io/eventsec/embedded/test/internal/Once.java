package io.eventsec.embedded.test.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made at the first call; when that fails, every call fails like the first. Thread-safe.
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;
  private @Nullable RuntimeException failure;

  /** Made by {@code maker}, which is called once. */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (failure != null) {
      throw failure;
    }
    T value = made;
    if (value == null) {
      value = make();
      made = value;
    }
    return value;
  }

  private T make() {
    try {
      return maker.get();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }
}
