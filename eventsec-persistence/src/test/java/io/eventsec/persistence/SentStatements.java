package io.eventsec.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Notes what is prepared over a pool. */
final class SentStatements {
  private final DataSource pool;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  SentStatements(DataSource pool) {
    this.pool = pool;
  }

  List<String> list() {
    return sent;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, pool);
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                sent.add(String.valueOf(arguments[0]));
              }
              Object result = call(target, method, arguments);
              return result instanceof Connection connection
                  ? proxy(Connection.class, connection)
                  : result;
            }));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
