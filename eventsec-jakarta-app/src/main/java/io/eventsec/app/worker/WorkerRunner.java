package io.eventsec.app.worker;

import io.eventsec.app.config.NodeRole;
import io.eventsec.app.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Starts the loops with the application and stops them with it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkerRunner {
  @Resource ManagedThreadFactory threads;
  @Inject Settings settings;
  @Inject Workers workers;

  @PostConstruct
  void start() {
    NodeRole role = settings.node().role();
    if (role.serves() || role.works()) {
      workers.start(threads);
    }
  }

  @PreDestroy
  void stop() {
    try {
      workers.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
