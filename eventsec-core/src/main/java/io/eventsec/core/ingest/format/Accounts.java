package io.eventsec.core.ingest.format;

import java.util.List;

/** Names of users that say more than a name. */
final class Accounts {
  private static final List<String> ROLES =
      List.of("user", "source.user", "destination.user", "user.target");

  private Accounts() {}

  /**
   * Sets {@code email} of each user whose name is an address, and {@code domain} of each of whose
   * name or address says one.
   */
  static void complete(EcsWriter out) {
    for (String role : ROLES) {
      out.text(role + ".name").ifPresent(name -> complete(role, name, out));
    }
  }

  private static void complete(String role, String name, EcsWriter out) {
    int backslash = name.indexOf('\\');
    int at = name.lastIndexOf('@');
    if (at > 0) {
      put(role + ".email", name, out);
      put(role + ".domain", name.substring(at + 1), out);
    } else if (backslash > 0 && backslash + 1 < name.length()) {
      put(role + ".domain", name.substring(0, backslash), out);
      out.put(role + ".name", withoutBackslash(name.substring(backslash + 1)));
    }
  }

  /** What escapes its values has two of them. */
  private static String withoutBackslash(String name) {
    return name.length() > 1 && name.charAt(0) == '\\' ? name.substring(1) : name;
  }

  private static void put(String field, String value, EcsWriter out) {
    if (!value.isEmpty()) {
      out.putIfAbsent(field, value);
    }
  }
}
