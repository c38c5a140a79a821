package io.eventsec.app.log;

/** Settings, schema and rules, as the application starts: EVS1001 to EVS1999. */
public enum StartMessages implements LogMessage {
  /** A name that looks like a setting and is none. */
  SETTING_UNKNOWN(
      Entry.warning("EVS1001", "{problem}")
          .cause("A property or an environment variable begins as ours do, and is not one of them.")
          .cure("Correct its name, or remove it. Until then the setting meant has its default.")),
  /** A setting has a value that cannot be worked by. */
  SETTING_WRONG(
      Entry.error("EVS1002", "{problem}")
          .cause("A setting's value breaks the rule that the message names.")
          .cure(
              "Give it a value as the message says and start again; docs/CONFIGURATION.md has all.")),
  /** There are such settings. */
  NODE_STAYS_CLOSED(
      Entry.error("EVS1003", "This node stays closed until {count} settings are mended")
          .cause("Each EVS1002 before this line names a setting that is wrong.")
          .cure("Mend all of them and start the application again. It has done nothing yet.")),
  /** The schema is as this build needs it. */
  SCHEMA_READY(
      Entry.info("EVS1101", "{found}")
          .cause("The schema is at the version that this build needs, and the gate is open.")
          .cure("Nothing is to be done.")),
  /** The database does not answer as the application starts. */
  DATABASE_AWAY_AT_START(
      Entry.warning("EVS1102", "The database is away, looked at again every {pause}: {reason}")
          .cause("PostgreSQL refuses the connection, or does not answer at EVENTSEC_DB_URL.")
          .cure(
              "Start PostgreSQL, or correct EVENTSEC_DB_URL, EVENTSEC_DB_USER and the password. The"
                  + " application goes on by itself as soon as the database answers.")),
  /** The migration failed for another reason. */
  MIGRATION_FAILED(
      Entry.error("EVS1103", "The migration failed; it is tried again every {pause}")
          .cause("A migration script could not be applied; the failure logged with it says why.")
          .cure(
              "Look at the failure: missing rights of the database user, a full disk, or a schema that"
                  + " was changed by hand. Nothing is half applied: each script is a transaction.")),
  /** The schema is not what this build needs. */
  SCHEMA_NOT_READY(
      Entry.warning("EVS1104", "{reason} Looked at again every {pause}.")
          .cause(
              "This node does not migrate and the one that does has not, or the schema was made by"
                  + " another build.")
          .cure(
              "Start a node with EVENTSEC_ROLE=migrate or all, of the same build as this one. If the"
                  + " schema is newer, run the build that made it.")),
  /** How many rules there are. */
  RULES_LOADED(
      Entry.info("EVS1201", "{count} rules loaded")
          .cause("The bundled rules and those of EVENTSEC_RULES_DIR have been compiled.")
          .cure("Nothing is to be done.")),
  /** A rule cannot be used. */
  RULE_LEFT_OUT(
      Entry.warning("EVS1202", "Rule left out: {problem}")
          .cause("A file of EVENTSEC_RULES_DIR is no Sigma rule, or uses what is not understood.")
          .cure(
              "Correct the file at the line named; `eventsec rules check` tries it without a server."
                  + " All other rules work.")),
  /** An exception cannot be used. */
  EXCEPTION_LEFT_OUT(
      Entry.warning("EVS1203", "Exception left out: {problem}")
          .cause("Another build made the exception, and this one cannot read its detection.")
          .cure(
              "End the exception on the rule's page and make it anew. Until then its rule raises the"
                  + " alerts that it kept back.")),
  /** A mapping of a format cannot be used. */
  MAPPING_LEFT_OUT(
      Entry.warning("EVS1204", "Mapping left out: {problem}")
          .cause("A file of EVENTSEC_FORMATS_DIR is no mapping of a format.")
          .cure(
              "Correct what is named; `eventsec normalize --mapping FILE` tries it without a server."
                  + " Records that only this mapping knows are dead letters until the next start;"
                  + " replay them then.")),
  /** A database of places cannot be used. */
  GEO_DATABASE_LEFT_OUT(
      Entry.warning("EVS1205", "{setting} names {file}, which cannot be used: {reason}")
          .cause("A file of EVENTSEC_ENRICH_GEO_CITY_FILE or _ASN_FILE is missing or broken.")
          .cure(
              "Put a database in the format of MaxMind there and start again. Until then events are"
                  + " not told where their addresses are, and the component enrichment is degraded.")),
  /** Where the token for the first administrator is. */
  SETUP_TOKEN_WRITTEN(
      Entry.info("EVS1301", "No user yet: the setup token for the first one is in {file}")
          .cause("The installation has no user.")
          .cure("Open /setup in a browser and enter the token that the file holds.")),
  /** The token for the first administrator cannot be handed over. */
  SETUP_TOKEN_FILE_FAILED(
      Entry.error("EVS1302", "Cannot read or write the setup token in {file}")
          .cause("The directory is missing or read-only, or the file belongs to somebody else.")
          .cure("Set EVENTSEC_SETUP_LINK_FILE to a file that can be written, and start again.")),
  /** The token has been used and is still in the file. */
  SETUP_TOKEN_NOT_DELETED(
      Entry.warning("EVS1303", "Cannot delete the used setup token at {file}")
          .cause("The file, or its directory, cannot be written any more.")
          .cure("Delete it by hand. The token in it works no more."));

  private final Entry entry;

  StartMessages(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
