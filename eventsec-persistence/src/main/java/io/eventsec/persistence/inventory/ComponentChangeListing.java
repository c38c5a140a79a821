package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The queries behind what is different between two moments: the database groups what was there at
 * either of them, so that no more than a page leaves it.
 */
final class ComponentChangeListing {
  private static final String AT =
      "(c.first_seen_at <= %1$s and (c.removed_at is null or c.removed_at > %1$s))";
  private static final String BEFORE = AT.formatted(":from");
  private static final String THEN = AT.formatted(":to");
  private static final String NOW = "c.removed_at is null";

  private static final String NAMED =
      " and (lower(c.name) like :text escape '!' or lower(c.source_name) like :text escape '!')";

  /** With: condition of the first moment, of the second, and what else is asked. */
  private static final String CHANGES =
      """
      with lines as (
        select c.ecosystem, c.name, c.arch, count(*) filter (where %1$s) as had,
          array_agg(distinct c.version) filter (where %1$s) as before,
          array_agg(distinct c.version) filter (where %2$s) as after
        from software_components c
        where c.tenant = :tenant and c.asset_id = :asset and (%1$s or %2$s)%3$s
        group by c.ecosystem, c.name, c.arch),
      changes as (
        select l.*, case when before is null then 'INSTALLED' when after is null then 'REMOVED'
          else 'UPGRADED' end as kind
        from lines l where before is distinct from after)
      """;

  private static final String SHOWN =
      "(select coalesce(cast(json_agg(v) as text), '[]')"
          + " from (select v from unnest(%s) v limit 50) shown)";

  private static final String PAGE =
      "select h.kind, h.ecosystem, h.name, h.arch, "
          + SHOWN.formatted("h.before")
          + " as before, "
          + SHOWN.formatted("h.after")
          + " as after from changes h where true";

  private static final String TOTALS =
      """
      select cast(coalesce((select sum(had) from lines), 0) as bigint),
        count(*) filter (where kind = 'INSTALLED'), count(*) filter (where kind = 'UPGRADED'),
        count(*) filter (where kind = 'REMOVED')
      from changes""";

  private final Map<String, Object> parameters = new HashMap<>();
  private final ComponentChangeQuery query;

  ComponentChangeListing(ComponentChangeQuery query) {
    this.query = query;
    parameters.put("tenant", query.tenant().id());
    parameters.put("asset", query.asset());
    parameters.put("from", query.from());
    query.to().ifPresent(to -> parameters.put("to", to));
    query.text().ifPresent(text -> parameters.put("text", Listing.containing(text)));
  }

  /**
   * The changes.
   *
   * @param from a condition of what is read for them; may be empty
   */
  private String changes(String from) {
    String text = query.text().isPresent() ? NAMED : "";
    return CHANGES.formatted(BEFORE, query.to().isPresent() ? THEN : NOW, text + from);
  }

  List<ComponentChange> page(EntityManager entities, int rows) {
    // What was listed already is not read again: names are in the order of an index.
    String rest = query.cursor().isPresent() ? " and c.name >= :name" : "";
    StringBuilder sql = new StringBuilder(changes(rest)).append(PAGE);
    Map<String, Object> more = new HashMap<>();
    query
        .kind()
        .ifPresent(
            kind -> {
              sql.append(" and h.kind = :kind");
              more.put("kind", kind.name());
            });
    query.cursor().ifPresent(cursor -> after(sql, more, cursor));
    sql.append(" order by h.name, h.ecosystem, h.arch limit :rows");
    more.put("rows", rows);
    Query select = bound(entities, sql.toString());
    more.forEach(select::setParameter);
    @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
    List<Tuple> found = select.getResultList();
    return found.stream().map(ComponentChangeListing::change).toList();
  }

  private static void after(StringBuilder sql, Map<String, Object> more, String cursor) {
    Place place =
        CursorText.read(cursor, 3, parts -> new Place(parts.get(0), parts.get(1), parts.get(2)));
    sql.append(" and (h.name, h.ecosystem, h.arch) > (:name, :ecosystem, :arch)");
    more.put("name", place.name());
    more.put("ecosystem", place.ecosystem());
    more.put("arch", place.arch());
  }

  private record Place(String name, String ecosystem, String arch) {}

  ComponentChange.Totals totals(EntityManager entities) {
    Tuple row = (Tuple) bound(entities, changes("") + TOTALS).getSingleResult();
    return new ComponentChange.Totals(
        row.get(0, Long.class),
        row.get(1, Long.class),
        row.get(2, Long.class),
        row.get(3, Long.class));
  }

  private Query bound(EntityManager entities, String sql) {
    Query select = entities.createNativeQuery(sql, Tuple.class);
    parameters.forEach(select::setParameter);
    return select;
  }

  static String cursorAfter(ComponentChange last) {
    return CursorText.of(last.name(), last.ecosystem(), last.arch());
  }

  private static ComponentChange change(Tuple row) {
    return new ComponentChange(
        ComponentChange.Kind.valueOf(row.get(0, String.class)),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        AlertColumns.readTags(row.get(4, String.class)),
        AlertColumns.readTags(row.get(5, String.class)));
  }
}
