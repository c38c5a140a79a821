package io.eventsec.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.internal.Answer;
import io.eventsec.search.internal.Call;
import io.eventsec.search.internal.DataStreams;
import io.eventsec.search.internal.InstalledTemplates;
import io.eventsec.search.internal.InstalledTemplates.State;
import io.eventsec.search.internal.Json;
import io.eventsec.search.internal.Names;
import io.eventsec.search.internal.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates that the indexes of events and alerts are made by: {@code eventsec-events} and
 * {@code eventsec-alerts}, composed of {@code eventsec-settings} and a mapping each. Safe to share
 * between threads and to run on several nodes at once.
 */
public final class OpenSearchTemplates {
  private final OpenSearchConnection connection;
  private final TemplateSettings settings;
  private final InstalledTemplates installed;
  private final DataStreams streams;

  /** With {@link TemplateSettings#DEFAULT}. */
  public OpenSearchTemplates(OpenSearchConnection connection) {
    this(connection, TemplateSettings.DEFAULT);
  }

  /** With these settings for indexes made from now on. */
  public OpenSearchTemplates(OpenSearchConnection connection, TemplateSettings settings) {
    this.connection = connection;
    this.settings = settings;
    this.installed = new InstalledTemplates(connection.rest());
    this.streams = new DataStreams(connection.rest());
  }

  /**
   * Puts the templates in place. What is there and the same is left alone, and so is what a later
   * version of EVENTSEC put there. Data streams whose mapping is another get a new backing index;
   * replicas and refresh interval apply to the existing ones as well.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer or refuses a template
   */
  public TemplateReport install() {
    List<String> written = new ArrayList<>();
    boolean newer = false;
    for (Template template : templates()) {
      State state = installed.state(template);
      newer |= state == State.NEWER;
      if (state == State.MISSING || state == State.OTHER) {
        installed.put(template);
        written.add(template.name());
      }
    }
    if (newer || written.isEmpty()) {
      return new TemplateReport(Template.VERSION, written, List.of());
    }
    return new TemplateReport(Template.VERSION, written, bringUpToDate());
  }

  /** The names of those that are missing or are not as this version has them. */
  List<String> outdated() {
    return templates().stream()
        .filter(
            template -> {
              State state = installed.state(template);
              return state == State.MISSING || state == State.OTHER;
            })
        .map(Template::name)
        .toList();
  }

  OpenSearchConnection connection() {
    return connection;
  }

  private List<String> bringUpToDate() {
    List<String> rolledOver = new ArrayList<>();
    for (String kind : List.of(Names.EVENTS, Names.ALERTS)) {
      String digest = Template.mappingDigest(kind);
      for (DataStreams.Stream stream : streams.startingWith(kind)) {
        if (!streams.mappingDigest(stream.writeIndex()).equals(digest)) {
          streams.rollOver(stream.name());
          rolledOver.add(stream.name());
        }
        apply(stream.name());
      }
    }
    return rolledOver;
  }

  private void apply(String stream) {
    byte[] body = Json.bytes(changeable());
    Answer answer = connection.rest().send(Call.json("PUT", "/" + stream + "/_settings", body));
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "The settings of " + stream + " cannot be changed: " + answer.reason());
    }
  }

  private List<Template> templates() {
    ObjectNode all = changeable();
    ObjectNode index = all.withObjectProperty("index");
    index.put("number_of_shards", settings.shards());
    index.put("codec", "default");
    index
        .withObjectProperty("mapping")
        .withObjectProperty("total_fields")
        .put("limit", settings.totalFields());
    index
        .withObjectProperty("query")
        .putArray("default_field")
        .add("event.original")
        .add("message");
    return Template.all(all);
  }

  private ObjectNode changeable() {
    ObjectNode all = Json.object();
    all.putObject("index")
        .put("number_of_replicas", settings.replicas())
        .put("refresh_interval", settings.refreshInterval().toMillis() + "ms");
    return all;
  }
}
