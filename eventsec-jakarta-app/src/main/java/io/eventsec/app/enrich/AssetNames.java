package io.eventsec.app.enrich;

import io.eventsec.app.config.EnrichmentSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.persistence.inventory.AssetLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The assets as this node knows them, read every so often. Safe to share between threads. */
@ApplicationScoped
public class AssetNames {
  @Inject AssetLoader loader;
  @Inject Settings settings;

  private volatile AssetDirectory directory = AssetDirectory.EMPTY;
  private long readAt;
  private boolean read;

  AssetDirectory current() {
    return directory;
  }

  /**
   * Reads them if they were last read long enough ago.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; what
   *     was known stays in force
   */
  public synchronized void refresh() {
    EnrichmentSettings enrichment = settings.enrichment();
    long now = System.nanoTime();
    if (enrichment.stages().assets()
        && (!read || now - readAt >= enrichment.assetRefresh().toNanos())) {
      directory = new AssetDirectory(loader.load());
      readAt = now;
      read = true;
    }
  }
}
