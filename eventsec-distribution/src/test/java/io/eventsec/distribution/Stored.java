package io.eventsec.distribution;

import io.eventsec.distribution.KillIT.Expected;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in the databases themselves, behind the application's back. */
final class Stored {
  /** As many as OpenSearch gives at once. */
  private static final int PAGE = 10_000;

  private final Up up;
  private final Web search;

  Stored(Up up) {
    this.up = up;
    this.search = new Web(URI.create("http://127.0.0.1:" + up.portOf("OpenSearch")));
  }

  /**
   * How many batches the readers have not passed, the one that is further behind; one that has not
   * done a step yet has no row.
   */
  long lag() throws SQLException, IOException {
    String query =
        "select max((select last_position from journal_state) - coalesce(position, 0))"
            + " from (values ('detect'), ('index')) all_of_them(reader)"
            + " left join journal_readers using (reader) where ? <> ''";
    return Long.parseLong(column(query, "all").get(0));
  }

  /** How many events are in search. */
  long eventCount(String source) throws IOException, InterruptedException {
    search.post("/eventsec-events-default/_refresh", "");
    String query = "{\"query\":{\"term\":{\"eventsec.source\":\"" + source + "\"}}}";
    String answer = page("/eventsec-events-default/_count", query);
    Matcher count = Pattern.compile("\"count\":(\\d+)").matcher(answer);
    if (!count.find()) {
      throw new AssertionError("No count in " + answer);
    }
    return Long.parseLong(count.group(1));
  }

  /** The numbers of the events in search ({@code flow_id} of Shared.event). */
  List<Integer> flows(String source) throws IOException, InterruptedException {
    String query =
        "{\"size\":%d,\"_source\":[\"event.original\"],\"query\":{\"term\":{\"eventsec.source\":\"%s\"}}}"
            .formatted(PAGE, source);
    return Pattern.compile("flow_id\\\\*\":(\\d+)")
        .matcher(page("/eventsec-events-default/_search", query))
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .toList();
  }

  List<String> alerts(String source) throws SQLException, IOException {
    return column("select id from alerts where source = ?", source);
  }

  List<String> deadLetters(String source) throws SQLException, IOException {
    return column("select event_id from dead_letters where source = ?", source);
  }

  /** Runs a statement that the application knows nothing of. */
  void change(String statement) throws SQLException, IOException {
    try (Connection connection = connect();
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.execute();
    }
  }

  /** Takes the template of events away; the data stream, which holds on to it, goes first. */
  void deleteTemplate() throws IOException, InterruptedException {
    int stream = search.delete("/_data_stream/eventsec-events-default").statusCode();
    if (stream != 200 && stream != 404) {
      throw new AssertionError("The data stream is not deleted: " + stream);
    }
    HttpResponse<String> answer = search.delete("/_index_template/eventsec-events");
    if (answer.statusCode() != 200) {
      throw new AssertionError("The template is not deleted: " + answer.body());
    }
  }

  private Connection connect() throws SQLException, IOException {
    String url = "jdbc:postgresql://127.0.0.1:" + up.portOf("PostgreSQL") + "/eventsec";
    String password = Files.readString(up.data().resolve("postgres").resolve("password")).strip();
    return DriverManager.getConnection(url, "eventsec", password);
  }

  /** The first column of what a query with one parameter finds. */
  List<String> column(String query, String parameter) throws SQLException, IOException {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values;
  }

  /** Ids of the events in search; one twice if it is there twice. */
  List<String> events(String source) throws IOException, InterruptedException {
    return ids("eventsec-events-default", "eventsec.source", source);
  }

  /** Ids of the alerts in search. */
  List<String> alertCopies(String source) throws IOException, InterruptedException {
    return ids("eventsec-alerts-default", "eventsec.source", source);
  }

  /** None while there is no index: the first document makes it. */
  private List<String> ids(String index, String field, String value)
      throws IOException, InterruptedException {
    search.post("/" + index + "/_refresh", "");
    String query =
        "{\"size\":%d,\"_source\":false,\"query\":{\"term\":{\"%s\":\"%s\"}}}"
            .formatted(PAGE, field, value);
    String page = page("/" + index + "/_search?scroll=1m&ignore_unavailable=true", query);
    List<String> found = new ArrayList<>();
    for (List<String> some = idsOf(page); !some.isEmpty(); some = idsOf(page)) {
      found.addAll(some);
      page = page("/_search/scroll", "{\"scroll\":\"1m\",\"scroll_id\":\"" + scroll(page) + "\"}");
    }
    return found;
  }

  private String page(String path, String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = search.post(path, query);
    if (answer.statusCode() != 200) {
      throw new IOException("OpenSearch answers " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  private static List<String> idsOf(String page) {
    return Pattern.compile("\"_id\":\"([0-9a-f]{32})\"")
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String scroll(String page) {
    Matcher id = Pattern.compile("\"_scroll_id\":\"([^\"]+)\"").matcher(page);
    if (!id.find()) {
      throw new AssertionError("No scroll id in " + page);
    }
    return id.group(1);
  }

  String counts(String source) {
    try {
      return events(source).size()
          + " events, "
          + alerts(source).size()
          + " alerts, "
          + alertCopies(source).size()
          + " of them in search";
    } catch (IOException | SQLException e) {
      return "not to be counted: " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "not counted";
    }
  }

  boolean isAtLeast(String source, Expected expected)
      throws IOException, InterruptedException, SQLException {
    return events(source).size() >= expected.events().size()
        && alerts(source).size() >= expected.alerts().size()
        && alertCopies(source).size() >= expected.alerts().size();
  }
}
