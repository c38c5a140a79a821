package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How PostgreSQL, which refuses to run as root, is run when we are root. */
public enum RunAs {
  /** As who we are. */
  DIRECT(List.of()),
  /** As nobody of a user namespace: root outside, so files stay root's. */
  UNSHARE(List.of("unshare", "-U")),
  /** As the user 65534, in containers that forbid user namespaces. */
  SETPRIV(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")),
  /** As the user nobody. */
  RUNUSER(List.of("runuser", "-u", "nobody", "--"));

  /** System property that forces one of the ways, by its name in any case. */
  public static final String PROPERTY = "eventsec.embedded.run-as";

  private static final int NOBODY = 65534;

  private final List<String> prefix;

  RunAs(List<String> prefix) {
    this.prefix = prefix;
  }

  /**
   * The way for this process.
   *
   * @throws ServerFailure when we are root and no way works
   */
  public static RunAs detect() throws ServerFailure {
    String forced = System.getProperty(PROPERTY);
    if (forced != null) {
      return forced(forced);
    }
    if (!isRoot()) {
      return DIRECT;
    }
    for (RunAs way : List.of(UNSHARE, SETPRIV, RUNUSER)) {
      if (Commands.succeeds(way.wrap(List.of("id", "-u")))) {
        return way;
      }
    }
    throw new ServerFailure(
        "PostgreSQL refuses to run as root, and none of unshare, setpriv and runuser works here",
        "run as a normal user, or install util-linux");
  }

  private static RunAs forced(String name) throws ServerFailure {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ServerFailure(
          PROPERTY + " is \"" + name + "\"", "use direct, unshare, setpriv or runuser", e);
    }
  }

  private static boolean isRoot() throws ServerFailure {
    try {
      return Posix.supported(Path.of("")) && Posix.currentUid() == 0;
    } catch (IOException e) {
      throw new ServerFailure("cannot tell who we are", Diagnosis.cure(e.toString()), e);
    }
  }

  /** The command, run this way. */
  List<String> wrap(List<String> command) {
    List<String> wrapped = new ArrayList<>(prefix);
    wrapped.addAll(command);
    return wrapped;
  }

  /** Whether the server is another user than we are, who needs a way to its files. */
  public boolean isOther() {
    return this == SETPRIV || this == RUNUSER;
  }

  /** Gives a tree to the user that will use it, if it is not that user's already. */
  void own(Path tree) throws IOException {
    if (this == DIRECT) {
      return; // we could not anyway
    }
    int uid = isOther() ? NOBODY : 0;
    if (Posix.uid(tree) != uid) {
      Posix.chown(tree, uid);
    }
  }

  /**
   * Checks that the server can reach a directory.
   *
   * @throws ServerFailure naming the first directory on the way that it cannot enter
   */
  public void requireReachable(Path directory) throws ServerFailure {
    if (!isOther()) {
      return;
    }
    try {
      for (Path step = directory.toRealPath(); step != null; step = step.getParent()) {
        if (!Posix.isTraversable(step)) {
          throw unreachable(step, directory);
        }
      }
    } catch (IOException e) {
      throw new ServerFailure("cannot read " + directory, Diagnosis.cure(e.toString()), e);
    }
  }

  private ServerFailure unreachable(Path step, Path directory) {
    return new ServerFailure(
        "PostgreSQL runs as the user nobody here ("
            + name().toLowerCase(Locale.ROOT)
            + ") and cannot enter "
            + step
            + " on the way to "
            + directory,
        "choose a directory below one that everybody may enter, such as /var/lib, or run as a normal user");
  }
}
