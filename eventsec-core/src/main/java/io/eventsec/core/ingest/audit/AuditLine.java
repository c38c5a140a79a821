package io.eventsec.core.ingest.audit;

import io.eventsec.core.ingest.NativeRecord;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the Linux audit log under the names that auditd has for its fields: {@code type},
 * {@code node}, {@code msg} with the stamp, and the record's own, those of a message within too.
 * Hexadecimal spellings are undone, an address of a socket is taken apart ({@code saddr_fam},
 * {@code laddr}, {@code lport}), and a system call has its name in {@code SYSCALL}, as where auditd
 * was told to enrich. Stateless and thread-safe.
 */
public final class AuditLine {
  /** What auditd puts before the names it has added. */
  private static final char ENRICHED = '\u001D';

  /** How rsyslog writes that. */
  private static final String ENRICHED_ESCAPED = "#035";

  /** Keys of a rule's events stand in one field. */
  private static final char BETWEEN_KEYS = '\u0001';

  /** Fields whose bare values are hexadecimal. */
  private static final Set<String> SPELT =
      Set.of(
          "acct",
          "cgroup",
          "cmd",
          "comm",
          "cwd",
          "data",
          "device",
          "dir",
          "exe",
          "file",
          "grp",
          "key",
          "name",
          "new-disk",
          "new-fs",
          "new-rng",
          "ocomm",
          "old-disk",
          "old-fs",
          "old-rng",
          "path",
          "proctitle",
          "root_dir",
          "sw",
          "vm",
          "watch");

  private AuditLine() {}

  /** Takes a line apart; empty if it is no audit record. */
  public static Optional<NativeRecord> read(String line) {
    return AuditHead.parse(line).map(head -> read(line, head));
  }

  private static NativeRecord read(String line, AuditHead head) {
    Fields fields = new Fields(head);
    new AuditScanner(withMark(line), head.end(), fields).scan();
    return fields.record();
  }

  /** With the mark before the names that were added, if a sender has written it as text. */
  private static String withMark(String line) {
    if (line.indexOf(ENRICHED) >= 0) {
      return line;
    }
    int escaped = line.lastIndexOf(ENRICHED_ESCAPED);
    int after = escaped + ENRICHED_ESCAPED.length();
    boolean isMark =
        escaped > 0
            && after < line.length()
            && line.charAt(after) >= 'A'
            && line.charAt(after) <= 'Z';
    return isMark ? line.substring(0, escaped) + ENRICHED + line.substring(after) : line;
  }

  /** The fields of one record as they are found. */
  private static final class Fields implements AuditScanner.Sink {
    private final FieldBag bag = new FieldBag();
    private final Arguments arguments = new Arguments();
    private final boolean isExecve;

    Fields(AuditHead head) {
      String node = head.node();
      if (node != null) {
        bag.add("node", node);
      }
      bag.add("type", head.type());
      bag.add("msg", "audit(" + head.stamp() + ")");
      this.isExecve = head.type().equals("EXECVE");
    }

    @Override
    public void field(String name, String value, boolean quoted) {
      if (isExecve && Arguments.isOne(name)) {
        arguments.add(name, value, quoted);
      } else if (name.equals("key")) {
        for (String key : text(name, value, quoted).split(String.valueOf(BETWEEN_KEYS), -1)) {
          bag.add(name, key);
        }
      } else {
        bag.add(name, text(name, value, quoted));
      }
      if (name.equals("saddr")) {
        SocketAddress.parts(value).forEach(bag::add);
      }
    }

    private static String text(String name, String value, boolean quoted) {
      return quoted || !SPELT.contains(name) ? value : AuditText.decoded(value);
    }

    NativeRecord record() {
      arguments.texts().forEach(bag::add);
      String machine = bag.text("arch");
      if (!machine.isEmpty() && !bag.has("SYSCALL")) {
        SystemCalls.name(machine, bag.text("syscall")).ifPresent(name -> bag.add("SYSCALL", name));
        SystemCalls.machine(machine).ifPresent(name -> bag.add("ARCH", name));
      }
      return new NativeRecord(bag.fields());
    }
  }
}
