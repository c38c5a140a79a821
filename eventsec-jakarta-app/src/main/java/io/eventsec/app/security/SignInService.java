package io.eventsec.app.security;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.log.SecurityMessages;
import io.eventsec.app.metrics.SignInMetrics;
import io.eventsec.persistence.identity.UserAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets users in who know their password. */
@ApplicationScoped
public class SignInService {
  private static final Logger LOG = System.getLogger(SignInService.class.getName());
  private static final int LONGEST = 128;

  private final PasswordHasher hasher = new PasswordHasher();

  @Inject Accounts accounts;
  @Inject LoginThrottle throttle;
  @Inject SessionRegistry sessions;
  @Inject SignInMetrics metrics;

  /**
   * Signs in.
   *
   * @param password is overwritten
   * @param address where the call comes from
   * @throws ProblemException 401 if name or password are wrong, 429 after too many failures
   */
  public StartedSession signIn(String username, char[] password, String address) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST || password.length > LONGEST) {
      metrics.failed();
      throw wrong();
    }
    List<String> keys =
        List.of("account:" + Accounts.TENANT.id() + '/' + name, "address:" + address);
    if (!throttle.admit(keys)) {
      metrics.throttled();
      SecurityMessages.SIGN_IN_THROTTLED.log(LOG, address);
      throw ProblemException.retry(
          ProblemKind.TOO_MANY_REQUESTS,
          "Too many failed sign-ins. Wait a quarter of an hour and try again.",
          LoginThrottle.WINDOW);
    }
    UserAccount user = verified(accounts.find(name), password).orElseThrow(() -> failed(address));
    throttle.succeeded(keys);
    metrics.succeeded();
    return sessions.start(user);
  }

  /** The stored form of a new password. */
  public String hash(char[] password) {
    return hasher.hash(password);
  }

  private Optional<UserAccount> verified(Optional<UserAccount> user, char[] password) {
    if (user.isEmpty()) {
      hasher.waste(password);
      return Optional.empty();
    }
    boolean matches = hasher.matches(password, user.get().passwordHash());
    return user.filter(known -> matches && !known.disabled());
  }

  private ProblemException failed(String address) {
    metrics.failed();
    SecurityMessages.SIGN_IN_FAILED.log(LOG, address);
    return wrong();
  }

  private static ProblemException wrong() {
    return new ProblemException(ProblemKind.UNAUTHENTICATED, "Name or password are wrong.");
  }
}
