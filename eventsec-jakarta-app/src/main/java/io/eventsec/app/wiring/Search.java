package io.eventsec.app.wiring;

import io.eventsec.app.config.SearchSettings;
import io.eventsec.app.config.Secret;
import io.eventsec.app.config.Settings;
import io.eventsec.search.BulkSettings;
import io.eventsec.search.OpenSearchAlerts;
import io.eventsec.search.OpenSearchConnection;
import io.eventsec.search.OpenSearchEvents;
import io.eventsec.search.OpenSearchHealth;
import io.eventsec.search.OpenSearchRetention;
import io.eventsec.search.OpenSearchTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The adapters of OpenSearch. */
@ApplicationScoped
public class Search {

  @Produces
  @Singleton
  OpenSearchConnection connection(Settings settings) {
    SearchSettings search = settings.search();
    OpenSearchConnection.Builder builder = OpenSearchConnection.to(search.url().toString());
    search
        .user()
        .ifPresent(
            user -> builder.credentials(user, search.password().map(Secret::value).orElse("")));
    return builder.build();
  }

  void close(@Disposes OpenSearchConnection connection) {
    connection.close();
  }

  @Produces
  @Singleton
  OpenSearchTemplates templates(OpenSearchConnection connection) {
    return new OpenSearchTemplates(connection);
  }

  @Produces
  @Singleton
  OpenSearchEvents events(OpenSearchTemplates templates) {
    return new OpenSearchEvents(templates, BulkSettings.DEFAULT);
  }

  @Produces
  @Singleton
  OpenSearchAlerts alerts(OpenSearchTemplates templates) {
    return new OpenSearchAlerts(templates, BulkSettings.DEFAULT);
  }

  @Produces
  @Singleton
  OpenSearchRetention retention(OpenSearchConnection connection) {
    return new OpenSearchRetention(connection);
  }

  @Produces
  @Singleton
  OpenSearchHealth health(OpenSearchTemplates templates) {
    return new OpenSearchHealth(templates);
  }
}
