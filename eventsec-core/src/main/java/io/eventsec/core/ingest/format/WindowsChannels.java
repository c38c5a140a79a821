package io.eventsec.core.ingest.format;

import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Sigma calls the logs of Windows: {@code sysmon} for {@code
 * Microsoft-Windows-Sysmon/Operational}.
 */
final class WindowsChannels {
  private static final Map<String, String> SERVICES = read();

  /** Those who write to one log only. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "Microsoft-Windows-Sysmon", "sysmon",
          "Microsoft-Windows-Security-Auditing", "security",
          "Microsoft-Windows-PowerShell", "powershell",
          "PowerShell", "powershell-classic");

  private WindowsChannels() {}

  private static Map<String, String> read() {
    Map<String, String> services = new LinkedHashMap<>();
    JarText.read(WindowsChannels.class, "windows-channels.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              services.put(
                  line.substring(blank + 1).strip().toLowerCase(Locale.ROOT),
                  line.substring(0, blank));
            });
    return Collections.unmodifiableMap(services);
  }

  /** The service of a channel; empty if Sigma has no name for it. */
  static Optional<String> service(String channel) {
    return Optional.ofNullable(SERVICES.get(channel.toLowerCase(Locale.ROOT)));
  }

  /** The service that a provider writes to; empty if it is not known to write to one only. */
  static Optional<String> serviceOfProvider(String provider) {
    return Optional.ofNullable(PROVIDERS.get(provider));
  }
}
