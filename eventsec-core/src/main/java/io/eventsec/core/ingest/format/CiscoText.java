package io.eventsec.core.ingest.format;

/** The text of Cisco's messages in the one form that the tables have, whatever version wrote it. */
final class CiscoText {
  private static final String FORWARDING = "FMANFP-";
  private static final String ACCOUNTS = "113";
  private static final String GROUP = "Group ";
  private static final String USER = " User ";
  private static final String ADDRESS = " IP ";

  private CiscoText() {}

  /**
   * Without the part of the forwarding plane that speaks, without blanks before colons, and with
   * brackets around the names of a session's group and user.
   *
   * @param key what the tables have the message under
   */
  static String tidy(String key, String text) {
    if (key.startsWith(FORWARDING)) {
      int list = text.indexOf("list ");
      return list < 0 ? text : text.substring(list);
    }
    if (text.startsWith("AAA ") && key.startsWith(ACCOUNTS)) {
      return text.replace(" : ", ": ");
    }
    return text.startsWith(GROUP) && !text.startsWith(GROUP + '<') ? bracketed(text) : text;
  }

  private static String bracketed(String text) {
    int user = text.indexOf(USER, GROUP.length());
    int address = user < 0 ? -1 : text.indexOf(ADDRESS, user + USER.length());
    if (address < 0) {
      return text;
    }
    int start = address + ADDRESS.length();
    int end = text.indexOf(' ', start);
    return end < 0
        ? text
        : GROUP
            + '<'
            + text.substring(GROUP.length(), user)
            + '>'
            + USER
            + '<'
            + text.substring(user + USER.length(), address)
            + '>'
            + ADDRESS
            + '<'
            + text.substring(start, end)
            + '>'
            + text.substring(end);
  }
}
