package io.eventsec.cli.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a host's cloud calls it, as cloud-init writes it down ({@code v1.cloud_name} and {@code
 * v1.instance_id} of its instance data).
 */
final class CloudInstance {
  private static final String DATA = "run/cloud-init/instance-data.json";

  /** What cloud-init calls having none. */
  private static final Set<String> NONE = Set.of("", "none", "unknown", "nocloud");

  private static final int LONGEST = 200;

  private CloudInstance() {}

  /** Cloud and id, such as {@code aws:i-0123456789abcdef0}; empty if nothing says it. */
  static Optional<String> read(Path root) {
    Path file = root.resolve(DATA);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream data = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(data)) {
      return read(json);
    } catch (IOException e) {
      return Optional.empty(); // agent and name have to do
    }
  }

  private static Optional<String> read(JsonParser json) throws IOException {
    String cloud = "";
    String id = "";
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean standard = json.currentName().equals("v1");
      if (json.nextToken() != JsonToken.START_OBJECT || !standard) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        String value = json.nextToken().isScalarValue() ? json.getText() : "";
        json.skipChildren();
        cloud = name.equals("cloud_name") ? value.toLowerCase(Locale.ROOT) : cloud;
        id = name.equals("instance_id") ? value : id;
      }
    }
    String both = cloud + ':' + id;
    boolean known = !NONE.contains(cloud) && !id.isBlank();
    return Optional.of(both).filter(text -> known && text.length() <= LONGEST && isPlain(text));
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
