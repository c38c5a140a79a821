package io.eventsec.embedded.internal;

import java.util.List;
import java.util.regex.Pattern;

/** From what a server said to what a person can do. */
public final class Diagnosis {
  private static final List<Finding> FINDINGS =
      List.of(
          finding(
              "Address already in use|could not bind|BindException",
              "another program listens on that port: stop it, or choose another port"),
          finding("No space left on device", "the disk is full: free some space and start again"),
          finding(
              "libstdc\\+\\+\\.so",
              "PostgreSQL needs the C++ runtime: apt-get install libstdc++6 (or dnf install libstdc++)"),
          finding(
              "GLIBC_|GLIBCXX_",
              "the system's C library is too old for these binaries: glibc 2.27 or newer is needed"),
          finding(
              "shared memory segment|/dev/shm",
              "there is too little shared memory: in a container, give /dev/shm 256 MB or more"),
          finding(
              "incompatible with server",
              "the data was written by another major version of PostgreSQL:"
                  + " dump it there and load it here, or choose another directory"),
          finding(
              "execution of the server by a user with administrative|run as \"root\"|as root is not",
              "PostgreSQL refuses to run as root here: run as a normal user"),
          finding(
              "could not create lock file|lock file \"postmaster.pid\" already exists",
              "another PostgreSQL runs on this directory: stop it first"),
          finding(
              "failed to obtain node lock|obtain node lock",
              "another OpenSearch runs on this directory: stop it first"),
          finding(
              "OutOfMemoryError|insufficient memory|reserve enough space|Too small initial heap",
              "there is too little memory for the heap asked for: free some, or configure another heap"),
          finding(
              "Read-only file system", "the directory cannot be written: choose another directory"),
          finding(
              "Permission denied|AccessDenied|wrong ownership|invalid permissions|Operation not permitted",
              "the directory belongs to someone else or cannot be entered:"
                  + " run as its owner, change its owner, or choose another directory"),
          finding(
              "Exec format error|cannot execute binary|error=8,",
              "these binaries are for another processor: see the README for the supported platforms"));

  private Diagnosis() {}

  /** What to do about a server that said {@code output} before it gave up. */
  public static String cure(String output) {
    return FINDINGS.stream()
        .filter(finding -> finding.sign.matcher(output).find())
        .map(finding -> finding.cure)
        .findFirst()
        .orElse(
            "read the server's log; if it does not tell, start again on a new directory to compare");
  }

  private static Finding finding(String sign, String cure) {
    return new Finding(Pattern.compile(sign), cure);
  }

  private record Finding(Pattern sign, String cure) {}
}
