package io.eventsec.app.gate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool of one for one thread: to connect takes longer than most of what is asked then. */
final class KeptConnection implements AutoCloseable {
  private final DataSource source;
  private @Nullable Connection connection;

  KeptConnection(DataSource source) {
    this.source = source;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) ->
            method.getName().equals("getConnection")
                ? borrowed()
                : call(source, method, arguments));
  }

  private Connection borrowed() throws SQLException {
    Connection kept = connection == null ? source.getConnection() : connection;
    connection = kept;
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            method.getName().equals("close") ? null : call(kept, method, arguments));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            KeptConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
