package io.eventsec.core.ingest.format;

import io.eventsec.core.internal.JarText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a header {@code User-Agent} says of program and operating system (RFC 9110, section 10.1.5).
 * It is what a client claims. Looks at its first 1,024 characters.
 */
final class UserAgents {
  private static final String ORIGINAL = "user_agent.original";
  private static final String NAME = "user_agent.name";
  private static final String OTHER = "Other";
  private static final int LONGEST = 1024;
  private static final int LONGEST_KNOWN = 256;
  private static final int MOST_KNOWN = 1024;

  /** What those that came last say; never more than {@link #MOST_KNOWN} or a few by a race. */
  private static final Map<String, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

  private static final List<Program> PROGRAMS =
      JarText.read(UserAgents.class, "user-agents.txt")
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Program::read)
          .toList();

  /** A program that is no browser starts with its own name. */
  private static final Pattern START =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.+-]{0,40})/(\\d[\\w.-]{0,30})");

  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){0,5}");
  private static final Pattern WINDOWS = Pattern.compile("Windows NT (\\d{1,2}\\.\\d)");
  private static final Pattern MAC = Pattern.compile("Mac OS X (\\d{1,3}(?:[._]\\d{1,3}){0,2})");
  private static final Pattern IOS =
      Pattern.compile("(?:iPhone|CPU) OS (\\d{1,3}(?:[._]\\d{1,3}){0,2})");
  private static final Pattern ANDROID = Pattern.compile("Android (\\d{1,3}(?:\\.\\d{1,3}){0,2})");

  private UserAgents() {}

  /**
   * A program.
   *
   * @param name as reports have it
   * @param token the text before its version
   * @param also what must stand in the header too; may be empty
   */
  private record Program(String name, String token, String also) {
    static Program read(String line) {
      String[] parts = line.split("\\|", 3);
      return new Program(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }
  }

  /** Sets what the header says, if there is one and nobody has taken it apart. */
  static void write(EcsWriter out) {
    if (out.get(ORIGINAL) == null || out.get(NAME) != null) {
      return;
    }
    String whole = out.text(ORIGINAL).orElse("");
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    said(text).forEach(out::put);
  }

  /** The same few headers come again and again. */
  private static Map<String, String> said(String text) {
    Map<String, String> known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    Map<String, String> said = new HashMap<>();
    program(text, said);
    system(text, said);
    if (text.length() <= LONGEST_KNOWN) {
      if (KNOWN.size() >= MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(text, said);
    }
    return said;
  }

  private static void program(String text, Map<String, String> out) {
    for (Program program : PROGRAMS) {
      int at = text.indexOf(program.token());
      if (at >= 0 && text.contains(program.also())) {
        out.put(NAME, program.name());
        String version = version(text, at + program.token().length());
        if (version != null) {
          out.put("user_agent.version", version);
        }
        return;
      }
    }
    Matcher start = START.matcher(text);
    boolean isOne = start.lookingAt() && !start.group(1).equals("Mozilla");
    out.put(NAME, isOne ? start.group(1) : OTHER);
    if (isOne) {
      out.put("user_agent.version", start.group(2));
    }
  }

  private static @Nullable String version(String text, int at) {
    Matcher version = VERSION.matcher(text).region(at, text.length());
    return version.lookingAt() ? version.group() : null;
  }

  private static void system(String text, Map<String, String> out) {
    Matcher windows = WINDOWS.matcher(text);
    Matcher ios = IOS.matcher(text);
    Matcher mac = MAC.matcher(text);
    Matcher android = ANDROID.matcher(text);
    if (windows.find()) {
      system(out, "Windows", windows(windows.group(1)));
    } else if (ios.find()) {
      system(out, "iOS", ios.group(1).replace('_', '.'));
      out.put("user_agent.device.name", text.contains("iPad") ? "iPad" : "iPhone");
    } else if (mac.find()) {
      system(out, "Mac OS X", mac.group(1).replace('_', '.'));
      out.put("user_agent.device.name", "Mac");
    } else if (android.find()) {
      system(out, "Android", android.group(1));
    } else if (text.contains("Linux")) {
      system(out, text.contains("Ubuntu") ? "Ubuntu" : "Linux", "");
    }
    if (out.get("user_agent.device.name") == null) {
      boolean isBot = text.contains("bot") || text.contains("Bot") || text.contains("spider");
      out.put("user_agent.device.name", isBot ? "Spider" : OTHER);
    }
  }

  private static void system(Map<String, String> out, String name, String version) {
    out.put("user_agent.os.name", name);
    out.put("user_agent.os.full", version.isEmpty() ? name : name + ' ' + version);
    if (!version.isEmpty()) {
      out.put("user_agent.os.version", version);
    }
  }

  /** What is sold under another number than it has itself. */
  private static String windows(String version) {
    return switch (version) {
      case "10.0" -> "10";
      case "6.3" -> "8.1";
      case "6.2" -> "8";
      case "6.1" -> "7";
      case "6.0" -> "Vista";
      case "5.1" -> "XP";
      default -> version;
    };
  }
}
