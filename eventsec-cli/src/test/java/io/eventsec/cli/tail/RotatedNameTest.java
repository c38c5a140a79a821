package io.eventsec.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatedNameTest {
  @ParameterizedTest
  @CsvSource({
    "eve.json, eve.json, LIVE",
    "eve.json.1, eve.json, MOVED",
    "eve.json.12.gz, eve.json, MOVED",
    "eve.json-20260101, eve.json, MOVED",
    "eve.json-20260101-1700000000.gz, eve.json, MOVED",
    "eve.json.gz, eve.json, MOVED",
    "conn.log, conn.log, LIVE",
    "conn.00:00:00-01:00:00.log.gz, conn.log, MOVED",
    "conn.2026-01-01-00-00-00.log, conn.log, DATED",
    "conn-26-01-01_00.00.00.log, conn.log, DATED",
    "eve-2026-01-01-12:00.json, eve.json, DATED",
    "capture-loss.log, capture-loss.log, LIVE",
    "x509.log, x509.log, LIVE",
    ".1, .1, LIVE",
    "audit.log.4, audit.log, MOVED",
  })
  void name_isThatOfALiveFile_andWhatBecameOfIt(String name, String live, RotatedName.Form form) {
    assertThat(RotatedName.of(name)).isEqualTo(new RotatedName(live, form));
  }
}
