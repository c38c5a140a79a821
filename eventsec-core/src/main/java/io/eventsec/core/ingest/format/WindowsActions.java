package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.internal.JarText;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the events of Windows' Security log are about: {@code event.action}, {@code event.category},
 * {@code event.type}, and whom the event's {@code Target} fields name, read from a table with lines
 * of
 *
 * <pre>
 * action : categories : types : about : numbers of events
 * </pre>
 *
 * <p>About is {@code logon} where the target is the one who acts, {@code effective} where somebody
 * acts as the target, {@code target} and {@code user} where somebody acts on an account, {@code
 * renamed} where its name changes, {@code group} where on a group, {@code account} for sessions,
 * {@code object} for what has {@code ObjectName}, {@code value} for one of the registry, else
 * {@code -}.
 */
final class WindowsActions {
  private static final Map<String, Action> ACTIONS = read();
  private static final String FILE = "File";
  private static final String KEY = "Key";
  private static final String CANONICAL = "CN=";

  private WindowsActions() {}

  /** What one kind of event is about. */
  record Action(String name, List<String> categories, List<String> types, String about) {}

  private static Map<String, Action> read() {
    Map<String, Action> actions = new HashMap<>();
    for (String line :
        JarText.read(WindowsActions.class, "windows-actions.table").lines().toList()) {
      String[] parts = line.split(" : ", 5);
      if (!line.startsWith("#") && parts.length == 5) {
        Action action =
            new Action(parts[0].strip(), words(parts[1]), words(parts[2]), parts[3].strip());
        words(parts[4]).forEach(number -> actions.put(number, action));
      }
    }
    return Collections.unmodifiableMap(actions);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +"));
  }

  /** All that the table knows. */
  static Collection<Action> all() {
    return ACTIONS.values();
  }

  /** Sets what an event of the Security log is about. */
  static void write(NativeRecord said, EcsWriter out) {
    Action action = said.text("EventID").map(ACTIONS::get).orElse(null);
    if (action == null) {
      return;
    }
    out.put("event.action", action.name());
    out.put("event.category", action.categories());
    out.put("event.type", action.types());
    switch (action.about()) {
      case "logon" -> target(said, "user", "TargetUserName", "TargetUserSid", out);
      case "effective" -> target(said, "user.effective", "TargetUserName", "TargetSid", out);
      case "user", "target" -> target(said, "user.target", "TargetUserName", "TargetSid", out);
      case "renamed" -> {
        target(said, "user.target", "OldTargetUserName", "TargetSid", out);
        out.put("user.changes.name", said.text("NewTargetUserName").orElse(null));
      }
      case "group" -> {
        target(said, "group", "TargetUserName", "TargetSid", out);
        member(said, out);
      }
      case "account" -> {
        out.put("user.name", said.text("AccountName").orElse(null));
        out.put("user.domain", said.text("AccountDomain").orElse(null));
        out.put("source.domain", said.text("ClientName").orElse(null));
      }
      case "object" -> object(said, out);
      case "value" ->
          RegistryPath.writeValue(
              said.text("ObjectName").orElse(null),
              said.text("ObjectValueName").orElse(null),
              said.text("NewValue").orElse(null),
              out);
      default -> {}
    }
  }

  private static void target(
      NativeRecord said, String role, String name, String id, EcsWriter out) {
    set(role + ".name", said.text(name).orElse(null), out);
    set(role + ".domain", said.text("TargetDomainName").orElse(null), out);
    set(role + ".id", said.text(id).or(() -> said.text("TargetSid")).orElse(null), out);
  }

  private static void set(String field, @Nullable String value, EcsWriter out) {
    if (value != null) {
      out.put(field, value);
    }
  }

  /** {@code CN=Ada,OU=Staff,DC=example,DC=org}, and the group that it is or was in. */
  private static void member(NativeRecord said, EcsWriter out) {
    if (!said.has("MemberSid") && !said.has("MemberName")) {
      return;
    }
    set("user.target.id", said.text("MemberSid").orElse(null), out);
    String member = said.text("MemberName").orElse("");
    if (member.regionMatches(true, 0, CANONICAL, 0, CANONICAL.length())) {
      int comma = member.indexOf(',');
      int end = comma < 0 ? member.length() : comma;
      out.put("user.target.name", member.substring(CANONICAL.length(), end));
      domain(member, out);
    }
    for (String part : List.of("name", "domain", "id")) {
      out.put("user.target.group." + part, out.get("group." + part));
    }
  }

  private static void domain(String member, EcsWriter out) {
    StringBuilder domain = new StringBuilder();
    for (String part : member.split(",", 32)) {
      if (part.strip().regionMatches(true, 0, "DC=", 0, 3)) {
        domain.append(domain.isEmpty() ? "" : ".").append(part.strip().substring(3));
      }
    }
    set("user.target.domain", domain.isEmpty() ? null : domain.toString(), out);
  }

  /** Objects are of many types, files and keys of the registry among them. */
  private static void object(NativeRecord said, EcsWriter out) {
    String type = said.text("ObjectType").orElse("");
    String name = said.text("ObjectName").orElse(null);
    if (type.equals(KEY)) {
      RegistryPath.writeKey(name, out);
      if (out.text("event.category").filter("file"::equals).isPresent()) {
        out.put("event.category", "registry");
      }
    } else if (type.equals(FILE)) {
      set("file.path", name, out);
    }
  }
}
