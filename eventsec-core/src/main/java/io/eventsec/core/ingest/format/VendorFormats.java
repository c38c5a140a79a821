package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.EventFormat;
import java.time.ZoneId;
import java.util.List;

/** The formats of the usual network and security products. */
public final class VendorFormats {
  /** The tables that they have. */
  static final List<FieldTable> TABLES =
      List.of(
          Fortinet.TABLE,
          Cisco.TABLE,
          PanOs.TABLE,
          FilterLog.TABLE,
          CheckPoint.TABLE,
          JuniperSrx.TABLE,
          SonicWall.TABLE,
          Stormshield.TABLE,
          Sophos.TABLE,
          WatchGuard.TABLE,
          Zscaler.TABLE,
          SnortFast.TABLE,
          Squid.TABLE,
          ProxySg.TABLE,
          AwsText.TABLE,
          WazuhAlert.TABLE,
          NetScaler.TABLE,
          F5Asm.TABLE,
          BarracudaWaf.TABLE,
          UmbrellaDns.TABLE,
          ColumnLog.TABLE,
          CiscoIse.TABLE,
          PairLog.TABLE,
          ProductJson.TABLE);

  private VendorFormats() {}

  /**
   * All of them, in the order they are to be asked.
   *
   * @param zone where the devices' clocks stand that write no zone
   */
  public static List<EventFormat> of(ZoneId zone) {
    return List.of(
        new Snare(zone),
        new Fortinet(zone),
        new Meraki(zone),
        new Cisco(zone),
        new CiscoIse(zone),
        new PanOs(zone),
        new FilterLog(zone),
        new CheckPoint(zone),
        new JuniperSrx(zone),
        new SonicWall(zone),
        new Stormshield(zone),
        new Sophos(zone),
        new WatchGuard(zone),
        new Zscaler(zone),
        new SnortFast(zone),
        new Squid(zone),
        new ProxySg(zone),
        new AwsText(zone),
        new NetScaler(zone),
        new F5Asm(zone),
        new BarracudaWaf(zone),
        new UmbrellaDns(zone),
        new ColumnLog(zone),
        new PairLog(zone),
        new AwsJson(),
        new WazuhAlert());
  }
}
