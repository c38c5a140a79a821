package io.eventsec.app.enrich;

import io.eventsec.app.config.EnrichmentSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.core.enrich.CommunityId;
import io.eventsec.core.enrich.EnrichingDecoder;
import io.eventsec.core.enrich.EnrichmentStage;
import io.eventsec.core.enrich.GeoEnrichment;
import io.eventsec.core.enrich.IndicatorEnrichment;
import io.eventsec.core.enrich.NetworkDirection;
import io.eventsec.core.ingest.EventDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the one decoder whose events all readers of this node see: what is detected, indexed and
 * looked at again has the same fields, as long as the stages know the same.
 */
@ApplicationScoped
public class Enrichment {
  @Inject Settings settings;
  @Inject EventDecoder decoder;
  @Inject GeoFiles geo;
  @Inject AssetNames assets;
  @Inject IndicatorSets indicators;

  /** Indicators last: they are looked up in what the others have added, too. */
  @Produces
  @Singleton
  EnrichingDecoder enriching() {
    EnrichmentSettings enrichment = settings.enrichment();
    EnrichmentSettings.Stages on = enrichment.stages();
    List<EnrichmentStage> stages = new ArrayList<>();
    if (on.direction()) {
      stages.add(new NetworkDirection(enrichment.networks()));
    }
    if (on.communityId()) {
      stages.add(new CommunityId());
    }
    if (!geo.databases().isEmpty()) {
      stages.add(new GeoEnrichment(geo.databases()));
    }
    if (on.assets()) {
      stages.add(new AssetEnrichment(assets::current));
    }
    if (on.indicators()) {
      stages.add(new IndicatorEnrichment(indicators::of));
    }
    return new EnrichingDecoder(decoder, stages, enrichment.time());
  }

  /**
   * Brings what the stages know up to date.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; what
   *     was known stays in force
   */
  public void refresh() {
    assets.refresh();
    indicators.refresh();
  }
}
