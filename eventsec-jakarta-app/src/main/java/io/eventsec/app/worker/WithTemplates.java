package io.eventsec.app.worker;

import io.eventsec.search.OpenSearchTemplates;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A step that writes to OpenSearch. Its templates are put in place before the first step and before
 * the first one after a failure: the server that comes back may be another one, with nothing in it.
 * One thread runs it.
 */
final class WithTemplates implements Loop.Step {
  private static final Logger LOG = System.getLogger(WithTemplates.class.getName());

  private final OpenSearchTemplates templates;
  private final Loop.Step step;
  private boolean installed;

  WithTemplates(OpenSearchTemplates templates, Loop.Step step) {
    this.templates = templates;
    this.step = step;
  }

  @Override
  public boolean run() throws InterruptedException {
    if (!installed) {
      LOG.log(Level.DEBUG, "Templates: {0}", templates.install());
      installed = true;
    }
    try {
      return step.run();
    } catch (RuntimeException e) {
      installed = false;
      throw e;
    }
  }
}
