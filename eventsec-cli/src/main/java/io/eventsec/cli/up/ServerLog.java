package io.eventsec.cli.up;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the server's logs for people: the messages that matter, without the JSON around them. */
final class ServerLog {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LAUNCH = "Launching ";
  private static final int TAIL_BYTES = 256 << 10;
  private static final int LINES = 12;
  private static final int LONGEST = 400;

  private final ServerCommand command;

  ServerLog(ServerCommand command) {
    this.command = command;
  }

  /** The last problems it wrote, or else simply the last lines; at least one. */
  List<String> lastWords() {
    List<String> said =
        Stream.concat(
                tail(command.messages()).stream(), sinceLaunch(tail(command.console())).stream())
            .toList();
    List<String> problems = said.stream().filter(ServerLog::isProblem).toList();
    List<String> chosen = problems.isEmpty() ? said : problems;
    List<String> words =
        chosen.subList(Math.max(0, chosen.size() - LINES), chosen.size()).stream()
            .map(ServerLog::words)
            .toList();
    return words.isEmpty() ? List.of("nothing") : words;
  }

  /** The console's file goes on over starts, and what an earlier one said would mislead. */
  private static List<String> sinceLaunch(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (words(lines.get(i)).startsWith(LAUNCH)) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return lines;
  }

  private static List<String> tail(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, log.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isProblem(String line) {
    String level = fields(line).getOrDefault("loglevel", "");
    return level.equals("SEVERE") || level.equals("ERROR") || level.equals("FATAL");
  }

  private static String words(String line) {
    String message = fields(line).getOrDefault("message", line);
    String first = message.lines().findFirst().orElse("");
    return first.length() > LONGEST ? first.substring(0, LONGEST) + "..." : first;
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getValueAsString(""));
        json.skipChildren();
      }
    } catch (IOException e) {
      return new HashMap<>(); // a line that is no JSON, or was cut by the crash
    }
    return fields;
  }
}
