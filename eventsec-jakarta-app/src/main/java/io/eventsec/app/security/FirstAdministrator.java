package io.eventsec.app.security;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.StartMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
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
        StartMessages.SETUP_TOKEN_WRITTEN.log(LOG, file.toString());
      } else {
        file.delete();
      }
    } catch (IOException e) {
      StartMessages.SETUP_TOKEN_FILE_FAILED.logFailure(LOG, e, file.toString());
    }
  }

  /** Clears the used token away. */
  public void done() {
    try {
      file().delete();
    } catch (IOException e) {
      StartMessages.SETUP_TOKEN_NOT_DELETED.logFailure(LOG, e, file().toString());
    }
  }

  private SetupTokenFile file() {
    return new SetupTokenFile(settings.security().setupFile());
  }
}
