package io.eventsec.app.log;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Adds fields to the JSON log lines of Liberty, where they are called {@code ext_} and their name.
 * Found by name, so that the application also runs where the class is not.
 */
final class ServerLogContext {
  private static final @Nullable MethodHandle ADD =
      find("addExtension", MethodType.methodType(void.class, String.class, String.class));
  private static final @Nullable MethodHandle REMOVE =
      find("removeExtension", MethodType.methodType(boolean.class, String.class));

  private ServerLogContext() {}

  static void put(String field, String value) {
    call(ADD, field, value);
  }

  static void remove(String field) {
    call(REMOVE, field);
  }

  /** Runs something whose log lines carry the field. */
  static void with(String field, String value, Runnable work) {
    put(field, value);
    try {
      work.run();
    } finally {
      remove(field);
    }
  }

  private static void call(@Nullable MethodHandle method, Object... arguments) {
    if (method == null) {
      return;
    }
    try {
      method.invokeWithArguments(arguments);
    } catch (Throwable e) {
      // A log line without its correlation id is better than a request that fails for it.
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  private static @Nullable MethodHandle find(String name, MethodType type) {
    try {
      Class<?> context = Class.forName("com.ibm.websphere.logging.hpel.LogRecordContext");
      return MethodHandles.publicLookup().findStatic(context, name, type);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }
}
