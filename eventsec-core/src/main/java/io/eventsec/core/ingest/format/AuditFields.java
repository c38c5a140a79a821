package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.audit.AuditHead;
import io.eventsec.core.ingest.audit.SystemErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records of one event of the Linux audit system as ECS has it. */
final class AuditFields {
  static final FieldTable TABLE = FieldTable.read("auditd.table");

  /** Those that only tell more about an event that another record names. */
  private static final Set<String> PARTS =
      Set.of(
          "SYSCALL",
          "EXECVE",
          "PATH",
          "CWD",
          "PROCTITLE",
          "SOCKADDR",
          "EOE",
          "BPRM_FCAPS",
          "CAPSET",
          "MMAP",
          "IPC",
          "OBJ_PID",
          "FD_PAIR",
          "SOCKETCALL",
          "OPENAT2",
          "URINGOP");

  /** Programs that give one user's session to another; the account they name is the other's. */
  private static final Set<String> SWITCHERS = Set.of("su", "sudo", "runuser", "pkexec", "doas");

  private static final Set<String> SUCCESS = Set.of("yes", "success", "1");
  private static final Set<String> FAILURE = Set.of("no", "failed", "fail", "failure", "0");
  private static final Set<String> NOTHINGS = Set.of("?", "(null)", "(none)", "unset", "");
  private static final Map<String, String> SECTIONS = sections();

  /** The id of nobody: of the login where there was none, the largest of 32 bits. */
  private static final Set<String> NOBODY = Set.of("4294967295", "-1");

  private AuditFields() {}

  private static Map<String, String> sections() {
    Map<String, String> sections = new HashMap<>();
    String sessions =
        "USER_AUTH USER_ACCT CRED_ACQ CRED_DISP CRED_REFR USER_ERR USER_LOGIN USER_LOGOUT USER_START"
            + " USER_END USER_ROLE_CHANGE CHUSER_ID GRP_AUTH";
    String accounts =
        "ADD_USER DEL_USER USER_MGMT USER_CHAUTHTOK ACCT_LOCK ACCT_UNLOCK ROLE_ASSIGN ROLE_REMOVE";
    put("session", sessions, sections);
    put("account", accounts, sections);
    put("group", "ADD_GROUP DEL_GROUP GRP_MGMT GRP_CHAUTHTOK CHGRP_ID", sections);
    put("command", "USER_CMD", sections);
    put("login", "LOGIN", sections);
    put("service", "SERVICE_START SERVICE_STOP", sections);
    put("crypto", "CRYPTO_SESSION CRYPTO_KEY_USER", sections);
    put("policy", "AVC USER_AVC", sections);
    return sections;
  }

  private static void put(String section, String types, Map<String, String> sections) {
    for (String type : types.split(" ", -1)) {
      sections.put(type, section);
    }
  }

  static void write(List<NativeRecord> records, EcsWriter out) {
    NativeRecord main = main(records);
    String type = type(main);
    NativeRecord said = said(main, records);
    said.text("msg").flatMap(AuditFields::time).ifPresent(out.event()::time);
    AuditActions.write(type, said.text("SYSCALL"), out);
    TABLE.section(section(type)).orElse(TABLE.common()).apply(said, out);
    outcome(said).ifPresent(outcome -> out.put("event.outcome", outcome));
    policy(said, out);
    tags(records, out);
    AuditProgram.write(records, said, out);
    AuditPaths.write(records, out);
    AuditSockets.write(records, said, out);
    FileNames.complete(out);
    Related.complete(out);
  }

  private static String section(String type) {
    String section = SECTIONS.get(type);
    return section != null ? section : type.startsWith("ANOM_") ? "anomaly" : FieldTable.COMMON;
  }

  static String type(NativeRecord one) {
    return one.text("type").orElse("");
  }

  /** The record that names the event: the first that is no part, else the system call. */
  private static NativeRecord main(List<NativeRecord> records) {
    NativeRecord main = records.get(0);
    for (NativeRecord one : records) {
      if (!PARTS.contains(type(one))) {
        return one;
      }
      if (type(one).equals("SYSCALL") && !type(main).equals("SYSCALL")) {
        main = one;
      }
    }
    return main;
  }

  /** What the records say together, that which names the event before the others. */
  private static NativeRecord said(NativeRecord main, List<NativeRecord> records) {
    Map<String, Object> said = new LinkedHashMap<>();
    collect(main, said);
    records.forEach(one -> collect(one, said));
    Object exit = said.get("exit");
    if (exit != null) {
      SystemErrors.name(exit.toString()).ifPresent(name -> said.put("error", name));
    }
    said.computeIfPresent("msg", (name, stamp) -> first(stamp));
    serial(said).ifPresent(serial -> said.put("serial", serial));
    who(said);
    return new NativeRecord(said);
  }

  private static void collect(NativeRecord one, Map<String, Object> said) {
    // Their names mean something else than in other records, and are read apart.
    if (type(one).equals("PATH") || type(one).equals("EXECVE") || type(one).equals("SOCKADDR")) {
      said.putIfAbsent("type", type(one));
      one.text("node").ifPresent(node -> said.putIfAbsent("node", node));
      one.text("msg").ifPresent(msg -> said.putIfAbsent("msg", msg));
      return;
    }
    one.fields()
        .forEach(
            (name, value) -> {
              if (!isNothing(name, first(value))) {
                said.putIfAbsent(name, first(value));
              }
            });
  }

  private static Object first(Object value) {
    return value instanceof List<?> list ? String.valueOf(list.get(0)) : value;
  }

  /** True if a value says that there is none. */
  private static boolean isNothing(String name, Object value) {
    String text = value.toString();
    return NOTHINGS.contains(text)
        || NOBODY.contains(text) && (name.endsWith("id") || name.endsWith("ses"));
  }

  private static Optional<Instant> time(String msg) {
    return AuditHead.time(stamp(msg));
  }

  private static String stamp(String msg) {
    return msg.startsWith("audit(") && msg.endsWith(")")
        ? msg.substring("audit(".length(), msg.length() - 1)
        : "";
  }

  private static Optional<String> serial(Map<String, Object> said) {
    String stamp = stamp(String.valueOf(said.get("msg")));
    return stamp.isEmpty()
        ? Optional.empty()
        : Optional.of(stamp.substring(stamp.indexOf(':') + 1));
  }

  private static Optional<String> outcome(NativeRecord said) {
    String result = said.text("success").or(() -> said.text("res")).orElse("");
    result = result.toLowerCase(Locale.ROOT);
    if (result.isEmpty() && said.text("seresult").isPresent()) {
      result = said.text("seresult").orElse("").equals("granted") ? "yes" : "no";
    } else if (result.isEmpty() && said.text("apparmor").isPresent()) {
      result = said.text("apparmor").orElse("").equals("DENIED") ? "no" : "yes";
    }
    return SUCCESS.contains(result)
        ? Optional.of("success")
        : FAILURE.contains(result) ? Optional.of("failure") : Optional.empty();
  }

  /**
   * Who is logged in has another name than the account that a switch of users is about; and the
   * process that says so is of neither, unless no account is named.
   */
  private static void who(Map<String, Object> said) {
    Object login = said.get("AUID");
    Object account = said.get("acct");
    String program = String.valueOf(said.get("exe"));
    boolean switches = SWITCHERS.contains(program.substring(program.lastIndexOf('/') + 1));
    if (login == null && !(switches && said.containsKey("auid"))) {
      login = account;
    }
    if (login != null) {
      said.put("login", login);
    }
    Object process = said.get("uid");
    if (account == null && process != null) {
      said.put("account-id", process);
    }
  }

  private static void policy(NativeRecord said, EcsWriter out) {
    if (said.has("apparmor")) {
      out.put("event.action", "violated-apparmor-policy");
    }
  }

  /** The keys of the rules that wrote the event, without what belongs to the rule's own text. */
  private static void tags(List<NativeRecord> records, EcsWriter out) {
    List<Object> tags = new ArrayList<>();
    for (NativeRecord one : records) {
      Object keys = one.get("key");
      for (Object key :
          keys instanceof List<?> list ? list : keys == null ? List.of() : List.of(keys)) {
        String tag = key.toString();
        tag = tag.startsWith("key=") ? tag.substring("key=".length()) : tag;
        if (!NOTHINGS.contains(tag) && !tags.contains(tag) && tags.size() < 100) {
          tags.add(tag);
        }
      }
    }
    out.put("tags", tags);
  }
}
