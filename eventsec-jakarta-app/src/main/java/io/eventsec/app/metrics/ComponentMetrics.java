package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows which components do their work. */
@ApplicationScoped
public class ComponentMetrics {
  @Inject Meters meters;

  /**
   * The component is like that.
   *
   * @param name of a component of this application
   */
  public void ready(String name, boolean ready) {
    meters.set(Measure.COMPONENT_READY, ready ? 1 : 0, name);
  }
}
