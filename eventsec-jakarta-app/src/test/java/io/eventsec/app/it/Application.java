package io.eventsec.app.it;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it is shipped. */
final class Application {
  private Application() {}

  /** The WAR, with what the tests inside it need. */
  static WebArchive archive() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("eventsec.war")))
        .addAsLibrary(assertJ());
  }

  private static File assertJ() {
    return new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
