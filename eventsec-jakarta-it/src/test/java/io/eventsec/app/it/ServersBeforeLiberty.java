package io.eventsec.app.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the servers before Arquillian starts Liberty, and tells Liberty where they are. Does
 * nothing for unit tests.
 */
public final class ServersBeforeLiberty implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("eventsec.wlp") != null) {
      ItServers.start();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (System.getProperty("eventsec.wlp") != null) {
      ItServers.close();
    }
  }
}
