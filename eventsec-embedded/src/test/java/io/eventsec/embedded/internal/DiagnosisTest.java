package io.eventsec.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use | another port",
        "FATAL:  could not write to file: No space left on device | disk is full",
        "postgres: error while loading shared libraries: libstdc++.so.6: cannot open | libstdc++6",
        "FATAL:  data directory \"/d\" has wrong ownership | belongs to someone else",
        "FATAL:  data directory \"/d\" has invalid permissions | belongs to someone else",
        "FATAL:  could not create shared memory segment: No room | /dev/shm",
        "cause: java.lang.IllegalStateException: failed to obtain node locks | another OpenSearch",
        "Error occurred during initialization of VM: Could not reserve enough space | heap",
        "something nobody has seen | log"
      })
  void output_hasACure(String output, String cure) {
    assertThat(Diagnosis.cure(output)).contains(cure);
  }
}
