package io.eventsec.app.syslog;

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

/** Starts the receiver with the application and stops it with it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SyslogRunner {
  @Resource ManagedThreadFactory threads;
  @Inject Settings settings;
  @Inject SyslogReceiver receiver;

  @PostConstruct
  void start() {
    if (settings.node().role().serves()) {
      receiver.start(threads);
    }
  }

  @PreDestroy
  void stop() {
    try {
      receiver.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
