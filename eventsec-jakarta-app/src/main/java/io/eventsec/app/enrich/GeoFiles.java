package io.eventsec.app.enrich;

import io.eventsec.app.config.EnrichmentSettings;
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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** The databases of places that are configured, read once, at the start of a node that reads. */
@ApplicationScoped
public class GeoFiles {
  private static final Logger LOG = System.getLogger(GeoFiles.class.getName());

  @Inject Settings settings;

  private final List<GeoDatabase> databases = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @PostConstruct
  void read() {
    if (settings.node().role().works()) {
      settings.enrichment().databases().forEach(this::read);
    }
  }

  private void read(EnrichmentSettings.Database database) {
    try (InputStream in = Files.newInputStream(database.file())) {
      databases.add(GeoDatabase.read(in));
    } catch (NoSuchFileException e) {
      leftOut(database, "that is not there", e);
    } catch (AccessDeniedException e) {
      leftOut(database, "that this server may not read", e);
    } catch (IOException | RuntimeException e) {
      leftOut(database, "that is no database in the format of MaxMind, or is broken", e);
    }
  }

  /** Where the file is, and what it says of itself, is for the log: readiness is for anybody. */
  private void leftOut(EnrichmentSettings.Database database, String why, Exception e) {
    problems.add(database.setting() + " names a file " + why + '.');
    StartMessages.GEO_DATABASE_LEFT_OUT.log(
        LOG, database.setting(), database.file(), Printable.of(e.toString()));
  }

  List<GeoDatabase> databases() {
    return List.copyOf(databases);
  }

  /** Why some cannot be used; empty if all can. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
