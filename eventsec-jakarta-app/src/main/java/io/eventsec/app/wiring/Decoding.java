package io.eventsec.app.wiring;

import io.eventsec.core.ingest.EventDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The decoder of raw events. */
@ApplicationScoped
public class Decoding {

  @Produces
  @Singleton
  EventDecoder decoder() {
    return EventDecoder.standard();
  }
}
