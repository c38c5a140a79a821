package io.eventsec.core.ingest.format;

import java.util.List;

/** From a path to name and extension, whichever way its slashes lean. */
final class FileNames {
  private FileNames() {}

  static void complete(EcsWriter out) {
    Object path = out.get("file.path");
    if (path == null || out.get("file.name") != null) {
      return;
    }
    List<String> names =
        (path instanceof List<?> several ? several : List.of(path))
            .stream().map(one -> name(one.toString())).filter(name -> !name.isEmpty()).toList();
    out.put("file.name", names);
    out.put(
        "file.extension",
        names.stream().flatMap(name -> UrlFields.extension(name).stream()).toList());
  }

  /** What follows the last slash, whichever way it leans. */
  static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
