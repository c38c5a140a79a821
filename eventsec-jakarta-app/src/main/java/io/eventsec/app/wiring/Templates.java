package io.eventsec.app.wiring;

import io.eventsec.app.log.Details;
import io.eventsec.search.OpenSearchTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.function.Supplier;

/**
 * Work that writes to OpenSearch. The templates are put in place before the first piece of it and
 * before the first one after a failure: the server that comes back may be another one, with nothing
 * in it. Safe to share between threads.
 */
@ApplicationScoped
public class Templates {
  private static final Logger LOG = System.getLogger(Templates.class.getName());

  @Inject OpenSearchTemplates templates;

  private volatile boolean installed;

  /** Does a piece of work with the templates in place. */
  public <T> T with(Supplier<T> work) {
    if (!installed) {
      Details.log(LOG, "Templates: {report}", templates.install());
      installed = true;
    }
    try {
      return work.get();
    } catch (RuntimeException e) {
      installed = false;
      throw e;
    }
  }
}
