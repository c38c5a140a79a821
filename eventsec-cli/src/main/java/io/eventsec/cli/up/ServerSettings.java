package io.eventsec.cli.up;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What the application is told: in its environment, but for secrets, which go through files. */
record ServerSettings(UpPlan plan, DataDirectory data, DatabaseAccess database, String search) {

  /** Writes the secrets down and gives the variables of the environment. */
  Map<String, String> environment() throws IOException {
    PrivateFiles.secret(data.sensorToken());
    PrivateFiles.write(data.variables().resolve("eventsec.db.password"), database.password());
    Map<String, String> environment = new HashMap<>();
    environment.put("VARIABLE_SOURCE_DIRS", data.variables().toString());
    environment.put(GivenPassword.DATABASE_FILE, ""); // it is in the directory above
    environment.put("EVENTSEC_HTTP_PORT", Integer.toString(plan.port()));
    environment.put("EVENTSEC_PUBLIC_URL", plan.address().toString());
    environment.put("EVENTSEC_DB_URL", database.url());
    environment.put("EVENTSEC_DB_USER", database.user());
    environment.put("EVENTSEC_OPENSEARCH_URL", search);
    environment.put("EVENTSEC_SETUP_LINK_FILE", data.setupToken().toString());
    environment.put("EVENTSEC_SENSOR_TOKEN_FILE", data.sensorToken().toString());
    plan.rules()
        .ifPresent(
            rules ->
                environment.put(
                    "EVENTSEC_RULES_DIR", rules.toAbsolutePath().normalize().toString()));
    return environment;
  }
}
