package io.eventsec.nvd;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.jeremylong.openvulnerability.client.nvd.DefCveItem;
import io.github.jeremylong.openvulnerability.client.nvd.NvdApiException;
import io.github.jeremylong.openvulnerability.client.nvd.NvdCveClient;
import io.github.jeremylong.openvulnerability.client.nvd.NvdCveClientBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Writes all pages of a window into a file, an item a line. Thread-safe. */
final class NvdPages {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);

  private final NvdAccess access;
  private final int pageSize;

  NvdPages(NvdAccess access, int pageSize) {
    this.access = access;
    this.pageSize = pageSize;
  }

  /** By which time items are asked for. */
  enum By {
    /** When they were published: it never changes, so that windows do not overlap. */
    PUBLISHED,
    /** When they were changed last. */
    MODIFIED
  }

  /**
   * Writes a window.
   *
   * @param file is written whole or not at all, packed with gzip; not if there is nothing
   * @return how many items there are
   * @throws NvdApiException if NVD refuses, or does not answer so often
   * @throws IOException if it cannot be written, or not all came
   */
  int write(NvdWindow window, By by, Path file) throws IOException {
    Path place = Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(place, ".", ".part");
    try (NvdCveClient client = client(window, by)) {
      int items = write(client, fresh);
      if (items < client.getTotalAvailable()) {
        throw new IOException(
            "NVD has " + client.getTotalAvailable() + " items and sent " + items + "; ask again");
      }
      if (items > 0) {
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
      return items;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static int write(NvdCveClient client, Path file) throws IOException {
    Set<String> seen = new HashSet<>();
    try (OutputStream out = Files.newOutputStream(file);
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        BufferedWriter lines =
            new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.UTF_8))) {
      while (client.hasNext()) {
        for (DefCveItem item : client.next()) {
          lines.write(JSON.writeValueAsString(item));
          lines.newLine();
          seen.add(item.getCve().getId());
        }
      }
    }
    return seen.size();
  }

  private NvdCveClient client(NvdWindow window, By by) {
    NvdCveClientBuilder builder =
        NvdCveClientBuilder.aNvdCveApi()
            .withEndpoint(access.endpoint().toString())
            .withResultsPerPage(pageSize)
            .withDelay(access.pause().toMillis())
            .withMaxRetryCount(access.retries())
            .withRequestsPerThirtySeconds(access.requests());
    access.key().ifPresent(builder::withApiKey);
    return (by == By.PUBLISHED
            ? builder.withPublishedDateFilter(utc(window.from()), utc(window.to()))
            : builder.withLastModifiedFilter(utc(window.from()), utc(window.to())))
        .build();
  }

  private static ZonedDateTime utc(Instant at) {
    return at.atZone(ZoneOffset.UTC);
  }
}
