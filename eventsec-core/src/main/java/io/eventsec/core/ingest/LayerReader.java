package io.eventsec.core.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the format of a line, and of what its record carries. Thread-safe. */
final class LayerReader {
  /** Containers write JSON that has a line of syslog that has CEF; more is no honest log. */
  private static final int MOST_LAYERS = 4;

  private final KnownFormats formats;
  private final DecodeLimits limits;
  private final JsonDecoder json;

  LayerReader(Collection<EventFormat> formats, DecodeLimits limits) {
    this.formats = new KnownFormats(formats);
    this.limits = limits;
    this.json = new JsonDecoder(limits);
  }

  /**
   * The layers of a line, the outermost first.
   *
   * @param format the name of the outermost's, or {@link RawBatch#AUTO}
   * @param paths those of the records before, for the same thread
   */
  List<Layer> read(String line, String format, FieldPaths paths) throws RefusedRecordException {
    Layer outermost =
        format.equals(RawBatch.AUTO) ? outermost(line, paths) : named(line, format, paths);
    Optional<String> carried = outermost.format().content(outermost.fields());
    if (carried.isEmpty()) {
      return List.of(outermost);
    }
    List<Layer> layers = new ArrayList<>(MOST_LAYERS);
    layers.add(outermost);
    while (carried.isPresent() && layers.size() < MOST_LAYERS) {
      Optional<Layer> inner = inner(carried.get().strip(), paths);
      inner.ifPresent(layers::add);
      carried = inner.flatMap(layer -> layer.format().content(layer.fields()));
    }
    return layers;
  }

  private Layer named(String line, String name, FieldPaths paths) throws RefusedRecordException {
    EventFormat format = formats.named(name);
    if (format instanceof TextFormat text) {
      NativeRecord fields = text.readNamed(line).orElseThrow(() -> UnknownFormat.not(name, line));
      return new Layer(format, checked(fields));
    }
    return new Layer(format, json.decode(line, paths));
  }

  private Layer outermost(String line, FieldPaths paths) throws RefusedRecordException {
    if (!isObject(line)) {
      Optional<Layer> text = text(line, true);
      if (text.isPresent()) {
        return text.get();
      }
    }
    NativeRecord fields = decoded(line, paths);
    return formats
        .of(fields)
        .map(format -> new Layer(format, fields))
        .orElseThrow(() -> UnknownFormat.of(fields, formats.names()));
  }

  private NativeRecord decoded(String line, FieldPaths paths) throws RefusedRecordException {
    try {
      return json.decode(line, paths);
    } catch (RefusedRecordException e) {
      boolean isText = !isObject(line) && e.causeName().equals(JsonDecoder.SYNTAX);
      throw isText ? UnknownFormat.of(line, formats.names()) : e;
    }
  }

  /** What a record carries; if nobody knows it, it is text and no fault. */
  private Optional<Layer> inner(String carried, FieldPaths paths) throws RefusedRecordException {
    if (!isObject(carried)) {
      return text(carried, false);
    }
    try {
      NativeRecord fields = json.decode(carried, paths);
      return formats.of(fields).map(format -> new Layer(format, fields));
    } catch (RefusedRecordException e) {
      return Optional.empty();
    }
  }

  private Optional<Layer> text(String line, boolean any) throws RefusedRecordException {
    for (TextFormat format : formats.ofText()) {
      Optional<NativeRecord> fields =
          any || !format.takesAnything() ? format.read(line) : Optional.empty();
      if (fields.isPresent()) {
        return Optional.of(new Layer(format, checked(fields.get())));
      }
    }
    return Optional.empty();
  }

  private NativeRecord checked(NativeRecord fields) throws RefusedRecordException {
    if (fields.fields().size() > limits.fields()) {
      throw RefusedRecordException.tooMany("fields", limits.fields());
    }
    for (String name : fields.fields().keySet()) {
      if (name.length() > limits.nameLength()) {
        throw RefusedRecordException.nameTooLong(name, limits.nameLength());
      }
    }
    return fields;
  }

  static boolean isObject(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) <= ' ') {
      start++;
    }
    return start < line.length() && line.charAt(start) == '{';
  }
}
