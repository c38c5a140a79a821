package io.eventsec.app.config;

/** Thrown at the start when a setting has a value that is not understood. */
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingException(Setting setting, String value, String rule) {
    super(
        "Setting "
            + setting.key()
            + " = '"
            + value
            + "' "
            + rule
            + ". It is "
            + setting.meaning()
            + " and expects: "
            + setting.expects()
            + ". Set "
            + setting.environmentName()
            + " in the environment"
            + (setting.defaultValue().isEmpty()
                ? "."
                : ", or leave it out for " + setting.defaultValue() + "."));
  }
}
