package io.eventsec.persistence.alert;

import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The query behind a page of alerts. */
final class AlertListing {
  private final StringBuilder text = new StringBuilder(SummaryRow.SELECT);
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  AlertListing(AlertQuery query) {
    text.append(" where a.tenant = :tenant");
    parameters.put("tenant", query.tenant().id());
    if (!query.statuses().isEmpty()) {
      and("a.status in :statuses", "statuses", query.statuses());
    }
    if (!query.severities().isEmpty()) {
      and("a.severity in :severities", "severities", query.severities());
    }
    query.ruleId().ifPresent(id -> and("a.ruleId = :ruleId", "ruleId", StorableText.of(id)));
    query.text().ifPresent(part -> and("a.searchText like :part escape '!'", "part", like(part)));
    query.cursor().map(PageCursor::of).ifPresent(this::after);
    text.append(" order by a.raisedAt desc, a.id desc");
  }

  List<AlertSummary> run(EntityManager entities, int rows) {
    TypedQuery<Tuple> query = entities.createQuery(text.toString(), Tuple.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(rows).getResultStream().map(SummaryRow::of).toList();
  }

  private void after(PageCursor cursor) {
    and("(a.raisedAt, a.id) < (:raisedAt, :id)", "raisedAt", cursor.raisedAt());
    parameters.put("id", cursor.id());
  }

  private void and(String condition, String name, Object value) {
    text.append(" and ").append(condition);
    parameters.put(name, value);
  }

  private static String like(String part) {
    String escaped = part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return "%" + StorableText.of(escaped) + "%";
  }
}
