package io.eventsec.app.wiring;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.StartMessages;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.format.MappingDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;

/** The decoder of raw events. */
@ApplicationScoped
public class Decoding {
  private static final Logger LOG = System.getLogger(Decoding.class.getName());

  @Inject Settings settings;

  /** Mappings of one's own are asked first: whoever writes one knows the records better. */
  @Produces
  @Singleton
  EventDecoder decoder() {
    EventDecoder.Builder builder = EventDecoder.builder().zone(settings.formats().zone());
    settings.formats().directory().map(MappingDirectory::load).ifPresent(own -> add(own, builder));
    return builder.standardFormats().discover(EventDecoder.class.getClassLoader()).build();
  }

  private static void add(MappingDirectory own, EventDecoder.Builder builder) {
    own.problems().forEach(problem -> StartMessages.MAPPING_LEFT_OUT.log(LOG, problem));
    own.formats().forEach(builder::format);
  }
}
