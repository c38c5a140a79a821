package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/** All metrics of this process, those of the platform included, as text. */
@ApplicationScoped
public class Exposition {
  /** Its media type, text format 0.0.4 of Prometheus. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  @Inject
  @RegistryScope(scope = MetricRegistry.BASE_SCOPE)
  MetricRegistry base;

  @Inject
  @RegistryScope(scope = MetricRegistry.VENDOR_SCOPE)
  MetricRegistry vendor;

  @Inject MetricRegistry application;

  /** The text. */
  public String text() {
    List<Family> families =
        Stream.of(application, base, vendor).map(Families::of).flatMap(List::stream).toList();
    return PrometheusText.of(families);
  }
}
