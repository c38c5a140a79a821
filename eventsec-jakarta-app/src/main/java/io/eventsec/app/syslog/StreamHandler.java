package io.eventsec.app.syslog;

import io.eventsec.core.ingest.syslog.SyslogFrame;
import io.eventsec.core.ingest.syslog.SyslogFrames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * One connection. What a read has brought is on disk before the next read. For the thread of the
 * connection.
 */
final class StreamHandler extends ChannelInboundHandlerAdapter {
  private final Reception reception;
  private final Transport transport;
  private final String peer;
  private final SyslogFrames frames;
  private final Turn turn;
  private Optional<SyslogSource> source;

  /**
   * A connection that was let in.
   *
   * @param peer its address
   * @param source who sends, by the address; empty if a certificate must say it
   */
  StreamHandler(
      Reception reception, Transport transport, String peer, Optional<SyslogSource> source) {
    this.reception = reception;
    this.transport = transport;
    this.peer = peer;
    this.source = source;
    this.frames = new SyslogFrames(reception.longest());
    this.turn = new Turn(reception.lanes().batchLines());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    figures().connections.incrementAndGet();
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      // Whoever was refused is not listened to until its connection is closed.
      if (source.isPresent() && message instanceof ByteBuf buffer && context.channel().isOpen()) {
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        figures().bytes.add(bytes.length);
        frames.read(bytes, 0, bytes.length, this::take);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    Channel channel = context.channel();
    if (!turn.isEmpty()) {
      channel.config().setAutoRead(false);
      put(() -> onItsThread(channel, () -> goOn(channel)));
    }
    if (frames.isBroken()) {
      refuse(channel, Refusal.FRAMING);
    }
    context.fireChannelReadComplete();
  }

  private void goOn(Channel channel) {
    reception
        .lanes()
        .whenRoom(() -> onItsThread(channel, () -> channel.config().setAutoRead(true)));
  }

  private static void onItsThread(Channel channel, Runnable work) {
    try {
      channel.eventLoop().execute(work);
    } catch (RejectedExecutionException e) {
      // The ports have been closed: nothing goes on.
      channel.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    figures().connections.decrementAndGet();
    if (source.isPresent()) {
      frames.end().ifPresent(this::take);
      put(() -> {});
    }
    context.fireChannelInactive();
  }

  private void take(SyslogFrame frame) {
    reception.count(transport, frame);
    turn.add(frame);
  }

  private void put(Runnable kept) {
    source
        .filter(known -> !turn.isEmpty())
        .ifPresent(known -> turn.put(known, reception.lanes(), kept));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    Channel channel = context.channel();
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        identify(context);
      } else {
        refuse(channel, Refusal.HANDSHAKE);
      }
    } else if (event instanceof IdleStateEvent && channel.config().isAutoRead()) {
      refuse(channel, Refusal.IDLE);
    }
    context.fireUserEventTriggered(event);
  }

  /** A certificate has the last word; without one the address counts. */
  private void identify(ChannelHandlerContext context) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    Optional<X509Certificate> shown = certificate(tls.engine().getSession());
    if (shown.isPresent()) {
      source = reception.senders().showing(shown.get());
    }
    if (source.isEmpty()) {
      refuse(context.channel(), Refusal.UNKNOWN);
    }
  }

  private static Optional<X509Certificate> certificate(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    boolean isTheirs = cause instanceof IOException || cause instanceof DecoderException;
    if (!isTheirs) {
      reception.refusals().defect(transport, cause, peer);
    }
    context.close();
  }

  private void refuse(Channel channel, Refusal refusal) {
    reception.refusals().count(transport, refusal, peer);
    channel.close();
  }

  private Figures.OfTransport figures() {
    return reception.figures().of(transport);
  }
}
