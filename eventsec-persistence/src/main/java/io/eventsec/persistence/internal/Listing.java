package io.eventsec.persistence.internal;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A query over the rows of one tenant that grows by conditions. The text is made of constants only;
 * every value is a parameter.
 */
public final class Listing {
  private final StringBuilder text;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * Begins with the rows of a tenant.
   *
   * @param select up to its conditions
   * @param tenantPath the path of the tenant in it
   */
  public Listing(String select, String tenantPath, Tenant tenant) {
    text = new StringBuilder(select).append(" where ").append(tenantPath).append(" = :tenant");
    parameters.put("tenant", tenant.id());
  }

  /** Adds a condition with one parameter. */
  public void and(String condition, String name, Object value) {
    text.append(" and ").append(condition);
    parameters.put(name, value);
  }

  /** Adds a condition without parameters. */
  public void and(String condition) {
    text.append(" and ").append(condition);
  }

  /** Sets another parameter of a condition. */
  public void set(String name, Object value) {
    parameters.put(name, value);
  }

  /** Sets the order and runs it, for so many rows at most. */
  public <R> List<R> run(
      EntityManager entities, String orderBy, int rows, Function<Tuple, R> reading) {
    text.append(" order by ").append(orderBy);
    TypedQuery<Tuple> query = entities.createQuery(text.toString(), Tuple.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(rows).getResultStream().map(reading).toList();
  }

  /** A pattern for {@code like ... escape '!'} that finds the text anywhere, literally. */
  public static String containing(String part) {
    return "%" + literally(part) + "%";
  }

  /** A pattern for {@code like ... escape '!'} that finds what begins with the text, literally. */
  public static String beginningWith(String part) {
    return literally(part) + "%";
  }

  private static String literally(String part) {
    return StorableText.of(part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0"));
  }
}
