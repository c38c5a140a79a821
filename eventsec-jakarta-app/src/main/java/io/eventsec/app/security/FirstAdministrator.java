package io.eventsec.app.security;

import io.eventsec.app.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Lets the first administrator in: a token in a file, good for one use. */
@ApplicationScoped
public class FirstAdministrator {
  private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

  @Inject Accounts accounts;
  @Inject Settings settings;

  /** Writes the token if there is no user yet, and clears an old one away if there is. */
  public void prepare() {
    SetupTokenFile file = file();
    try {
      Optional<String> token = accounts.setupToken(file.read());
      if (token.isPresent()) {
        file.write(token.get());
        LOG.log(Level.INFO, "No user yet: the setup token for the first one is in {0}", file);
      } else {
        file.delete();
      }
    } catch (IOException e) {
      LOG.log(
          Level.ERROR,
          "Cannot read or write the setup token in "
              + file
              + ". Set EVENTSEC_SETUP_LINK_FILE to a file that can be, and start again.",
          e);
    }
  }

  /** Clears the used token away. */
  public void done() {
    try {
      file().delete();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Cannot delete the used setup token at " + file(), e);
    }
  }

  private SetupTokenFile file() {
    return new SetupTokenFile(settings.security().setupFile());
  }
}
