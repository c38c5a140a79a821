package io.eventsec.app.enrich;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.StartMessages;
import io.eventsec.core.enrich.GeoDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The databases of places that are configured, read once, at the start. */
@ApplicationScoped
public class GeoFiles {
  private static final Logger LOG = System.getLogger(GeoFiles.class.getName());

  @Inject Settings settings;

  private final List<GeoDatabase> databases = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @PostConstruct
  void read() {
    settings.enrichment().databases().forEach(this::read);
  }

  private void read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      databases.add(GeoDatabase.read(in));
    } catch (IOException | RuntimeException e) {
      String problem =
          "The database "
              + Printable.of(file.toString())
              + " cannot be read: "
              + Printable.of(e.toString());
      problems.add(problem);
      StartMessages.GEO_DATABASE_LEFT_OUT.log(LOG, problem);
    }
  }

  List<GeoDatabase> databases() {
    return List.copyOf(databases);
  }

  /** Why some cannot be used; empty if all can. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
