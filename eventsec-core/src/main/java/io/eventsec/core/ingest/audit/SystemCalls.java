package io.eventsec.core.ingest.audit;

import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of system calls, which records have by number and by the code of the machine (the ELF
 * machine number and what the kernel adds to it). For x86_64, i386 and aarch64; RISC-V has the
 * numbers of the latter. Stateless and thread-safe.
 */
public final class SystemCalls {
  private static final Map<String, String> MACHINES =
      Map.of(
          "c000003e", "x86_64",
          "40000003", "i386",
          "c00000b7", "aarch64",
          "40000028", "arm",
          "c00000f3", "riscv64",
          "c0000015", "ppc64le",
          "80000015", "ppc64",
          "80000016", "s390x");

  private static final Map<String, Map<Integer, String>> NAMES = read();
  private static final int MOST_DIGITS = 4;

  private SystemCalls() {}

  private static Map<String, Map<Integer, String>> read() {
    Map<String, Map<Integer, String>> names = new HashMap<>();
    Map<Integer, String> current = new HashMap<>();
    for (String line : JarText.read(SystemCalls.class, "syscalls.txt").lines().toList()) {
      if (line.startsWith("[")) {
        current = new HashMap<>();
        names.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        NumberedNames.run(line, current);
      }
    }
    names.put("riscv64", names.getOrDefault("aarch64", Map.of()));
    return Collections.unmodifiableMap(names);
  }

  /** What a machine's code stands for; empty if it is none of the known. */
  public static Optional<String> machine(String code) {
    return Optional.ofNullable(MACHINES.get(code));
  }

  /**
   * The name of a call.
   *
   * @param code that of the machine, in hexadecimal as records have it
   * @param number as records have it
   */
  public static Optional<String> name(String code, String number) {
    if (number.isEmpty() || number.length() > MOST_DIGITS || !AuditText.isDigits(number)) {
      return Optional.empty();
    }
    return machine(code).map(NAMES::get).map(names -> names.get(Integer.parseInt(number)));
  }
}
