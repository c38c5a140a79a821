package io.eventsec.app.config;

import java.util.Locale;

/** Makes docs/CONFIGURATION.md of the declarations. */
final class ReferencePage {
  private static final String HEAD =
      """
      # Configuration

      <!-- Made of the declarations in io.eventsec.app.config: change those, then run
           mvn -pl eventsec-jakarta-app -am -Dtest=ReferencePageTest -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true test -->

      Everything that can be set. A setting is given as an environment variable; a Java system property or a variable of the
      server of the key's name does the same. What is left out, or blank, has its default. Numbers are whole, durations are
      [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601#Durations) (`PT5S`, `PT1H`, `P7D`).

      All is read once, at the start. A node that was given a value which it does not understand stays closed: it is live, it is
      not ready, it does none of its work and answers calls with 503. The log says once what is wrong with every such value, with
      the cure, and so does `configuration` in `/health/ready` and `/readyz`; `eventsec up` ends and repeats it. A name that begins like a
      setting's and is none has no effect, and the log names the setting that was probably meant.

      ## Secrets

      A secret is given by itself, or in a file: `EVENTSEC_DB_PASSWORD_FILE=/run/secrets/db` in place of `EVENTSEC_DB_PASSWORD`. Both is an
      error. The file holds one line of UTF-8, at most 4096 bytes; the line's end is no part of the secret, and what is empty is
      refused. No secret is ever shown, and an address must not hold one. The file of the database's password is named by the environment
      or by a system property, which is where the connection pool looks.

      A file may also have the setting's name (`eventsec.db.password`) and lie in a directory that `VARIABLE_SOURCE_DIRS` names; Open
      Liberty reads its first line. So an engine's directory of secrets can be taken as it is: `VARIABLE_SOURCE_DIRS=/run/secrets`.
      """;

  private ReferencePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    Settings.AREAS.forEach(area -> append(page, area));
    return page.toString();
  }

  private static void append(StringBuilder page, Area area) {
    page.append("\n## ").append(area.title()).append("\n\n").append(area.about()).append("\n\n");
    page.append("| key and environment variable | meaning | values | default | secret |\n");
    page.append("|---|---|---|---|---|\n");
    area.settings().forEach(setting -> page.append(row(setting)));
  }

  private static String row(Setting<?> setting) {
    String fallback = setting.defaultValue().isEmpty() ? "none" : code(setting.defaultValue());
    String names = code(setting.key()) + "<br>" + code(setting.environmentName());
    if (setting.isSecret()) {
      names += "<br>or " + code(setting.fileKey()) + "<br>" + code(setting.fileEnvironmentName());
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |\n",
        names,
        setting.meaning(),
        setting.type().expects(),
        fallback,
        setting.isSecret() ? "yes" : "no");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
