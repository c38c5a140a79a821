package io.eventsec.embedded.test;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a database of its own and drops it afterwards; {@code @Nested} classes share
 * their outer class's.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DatabaseExtension DATABASE =
 *     DatabaseExtension.migrated("app", database -> migrate(database.dataSource()));
 * }</pre>
 *
 * <p>The database is at {@link #database()}, and in every parameter of type {@link TestDatabase}.
 * Registered with {@code @ExtendWith(DatabaseExtension.class)} it is an empty one.
 */
public final class DatabaseExtension implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(DatabaseExtension.class);

  private final Supplier<TestDatabase> maker;
  private volatile @Nullable TestDatabase current;

  /** Gives an empty database; for {@code @ExtendWith}. */
  public DatabaseExtension() {
    this(TestServers::emptyDatabase);
  }

  private DatabaseExtension(Supplier<TestDatabase> maker) {
    this.maker = maker;
  }

  /**
   * Gives a copy of a template; see {@link TestServers#database(String, Consumer)}.
   *
   * @param template name of the template; equal names must mean equal migrations
   * @param migrate fills the template
   */
  public static DatabaseExtension migrated(String template, Consumer<TestDatabase> migrate) {
    return new DatabaseExtension(() -> TestServers.database(template, migrate));
  }

  /**
   * The database of the test class that runs.
   *
   * @throws IllegalStateException before the class's first callback
   */
  public TestDatabase database() {
    TestDatabase database = current;
    if (database == null) {
      throw new IllegalStateException(
          "there is no database yet; make the extension a static field with @RegisterExtension");
    }
    return database;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    current = of(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }

  /** Made in the context of the outermost class that asks, and dropped at that one's end. */
  private TestDatabase of(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(this, key -> new Held(maker.get()), Held.class)
        .database();
  }

  private record Held(TestDatabase database) implements AutoCloseable {
    @Override
    public void close() {
      TestServers.drop(database);
    }
  }
}
