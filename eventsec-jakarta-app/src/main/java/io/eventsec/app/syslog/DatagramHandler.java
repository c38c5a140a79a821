package io.eventsec.app.syslog;

import io.eventsec.core.ingest.syslog.SyslogFrame;
import io.eventsec.core.ingest.syslog.SyslogFrames;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * The port of datagrams. Reading stops while there is no room; then the kernel keeps what its
 * buffer holds and counts what it drops. For the thread of the port.
 */
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private final Reception reception;
  private final Map<SyslogSource, Turn> turns = new LinkedHashMap<>();

  DatagramHandler(Reception reception) {
    this.reception = reception;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    reception.figures().of(Transport.UDP).bytes.add(packet.content().readableBytes());
    Optional<SyslogSource> source = reception.senders().at(packet.sender().getAddress());
    if (source.isEmpty()) {
      String who = packet.sender().getAddress().getHostAddress();
      reception.refusals().count(Transport.UDP, Refusal.UNKNOWN, who);
      return;
    }
    SyslogFrames.datagram(ByteBufUtil.getBytes(packet.content()), reception.longest())
        .ifPresent(frame -> take(source.get(), frame));
  }

  private void take(SyslogSource source, SyslogFrame frame) {
    reception.count(Transport.UDP, frame);
    turns.computeIfAbsent(source, key -> new Turn(reception.lanes().batchLines())).add(frame);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    turns.forEach((source, turn) -> turn.put(source, reception.lanes(), () -> {}));
    turns.clear();
    Channel channel = context.channel();
    channel.config().setAutoRead(false);
    reception.lanes().whenRoom(() -> goOn(channel));
  }

  private static void goOn(Channel channel) {
    if (channel.eventLoop().inEventLoop()) {
      channel.config().setAutoRead(true);
      return;
    }
    try {
      channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
    } catch (RejectedExecutionException e) {
      // The port has been closed: nothing goes on.
      channel.close();
    }
  }

  /** A datagram that cannot be read is the network's fault; the port stays open. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      reception.refusals().defect(Transport.UDP, cause, "a datagram");
    }
  }
}
