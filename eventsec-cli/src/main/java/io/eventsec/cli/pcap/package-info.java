/** Captures of packets, through a Suricata that is installed on this machine. */
@NullMarked
package io.eventsec.cli.pcap;

import org.jspecify.annotations.NullMarked;
