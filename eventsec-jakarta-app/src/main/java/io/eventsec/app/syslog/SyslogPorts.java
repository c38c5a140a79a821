package io.eventsec.app.syslog;

import io.eventsec.app.config.SyslogSettings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.SyslogMessages;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The ports of syslog that are configured. Safe to share between threads. */
final class SyslogPorts {
  private static final Logger LOG = System.getLogger(SyslogPorts.class.getName());

  /** What a connection reads before it waits for the disk. */
  private static final int READ_BYTES = 1 << 16;

  private static final int DATAGRAMS_A_READ = 64;
  private static final int WAITING_TO_BE_ACCEPTED = 128;
  private static final int MOST_THREADS = 4;
  private static final long CLOSE_SECONDS = 5;

  private final SyslogSettings settings;
  private final Reception reception;
  private final Connections connections;
  private final TlsContext tls;
  private final EventLoopGroup threads;
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final Map<Transport, Channel> open = new EnumMap<>(Transport.class);
  private final Map<Transport, String> problems = new EnumMap<>(Transport.class);

  /**
   * Ports that are closed still.
   *
   * @param factory of the threads that read
   */
  SyslogPorts(SyslogSettings settings, Reception reception, ThreadFactory factory) {
    this.settings = settings;
    this.reception = reception;
    this.connections = new Connections(settings.limits());
    this.tls = new TlsContext(settings.tls());
    int cores = Runtime.getRuntime().availableProcessors();
    this.threads = new NioEventLoopGroup(Math.min(cores, MOST_THREADS), factory);
  }

  /** Opens what is configured and not open, and reads keys that have changed. */
  synchronized void open() {
    for (Transport transport : Transport.values()) {
      configured(transport).ifPresent(port -> open(transport, port));
    }
  }

  /** Why a port is not open, or does not work as it should; empty if all is well. */
  synchronized Map<Transport, String> problems() {
    return Map.copyOf(problems);
  }

  /** The port that is open. */
  synchronized OptionalInt port(Transport transport) {
    Channel channel = open.get(transport);
    return channel != null && channel.localAddress() instanceof InetSocketAddress address
        ? OptionalInt.of(address.getPort())
        : OptionalInt.empty();
  }

  /** Closes ports and connections; what was read goes its way. */
  void close() {
    channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    threads
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(2 * CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private Optional<Integer> configured(Transport transport) {
    int port =
        switch (transport) {
          case TCP -> settings.ports().tcp();
          case TLS -> settings.ports().tls();
          case UDP -> settings.ports().udp();
        };
    return port == -1 ? Optional.empty() : Optional.of(port);
  }

  private void open(Transport transport, int port) {
    try {
      if (transport == Transport.TLS) {
        tls.refresh();
      }
    } catch (PemFiles.UnusableKeysException e) {
      failed(transport, port, String.valueOf(e.getMessage()));
      return;
    }
    Channel before = open.get(transport);
    if (before == null || !before.isOpen()) {
      bind(transport, port);
    } else {
      problems.remove(transport);
    }
  }

  private void bind(Transport transport, int port) {
    InetSocketAddress address = address(port);
    ChannelFuture bound =
        transport == Transport.UDP ? datagrams().bind(address) : streams(transport).bind(address);
    Throwable cause = bound.awaitUninterruptibly().cause();
    if (cause != null) {
      failed(transport, port, String.valueOf(cause.getMessage()));
      return;
    }
    problems.remove(transport);
    open.put(transport, bound.channel());
    channels.add(bound.channel());
    SyslogMessages.PORT_OPEN.log(LOG, transport.label(), bound.channel().localAddress().toString());
  }

  private InetSocketAddress address(int port) {
    return settings.host().equals("*")
        ? new InetSocketAddress(port)
        : new InetSocketAddress(settings.host(), port);
  }

  private void failed(Transport transport, int port, String why) {
    String reason = Printable.of(why);
    if (!reason.equals(problems.put(transport, reason))) {
      SyslogMessages.PORT_FAILED.log(LOG, transport.label(), port, reason);
    }
  }

  private Bootstrap datagrams() {
    return new Bootstrap()
        .group(threads)
        .channel(NioDatagramChannel.class)
        .option(ChannelOption.SO_RCVBUF, settings.limits().udpBuffer())
        .option(
            ChannelOption.RCVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(DATAGRAMS_A_READ))
        .handler(new DatagramHandler(reception));
  }

  private ServerBootstrap streams(Transport transport) {
    return new ServerBootstrap()
        .group(threads)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_BACKLOG, WAITING_TO_BE_ACCEPTED)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childOption(
            ChannelOption.RCVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(1))
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                admit(transport, channel, channel.remoteAddress());
              }
            });
  }

  /** The address is missing if the connection is gone already. */
  private void admit(
      Transport transport, SocketChannel channel, @Nullable InetSocketAddress remote) {
    if (remote == null) {
      channel.close();
      return;
    }
    InetAddress address = remote.getAddress();
    boolean byCertificate = transport == Transport.TLS && settings.tls().clientRequired();
    Optional<SyslogSource> source =
        byCertificate ? Optional.empty() : reception.senders().at(address);
    Optional<Refusal> refusal =
        transport == Transport.TCP && source.isEmpty()
            ? Optional.of(Refusal.UNKNOWN)
            : connections.enter(address);
    if (refusal.isPresent()) {
      reception.refusals().count(transport, refusal.get(), address.getHostAddress());
      channel.close();
      return;
    }
    channel.closeFuture().addListener(closed -> connections.leave(address));
    channels.add(channel);
    if (transport == Transport.TLS) {
      channel.pipeline().addLast(tls.handler(channel.alloc()));
    }
    channel
        .pipeline()
        .addLast(new IdleStateHandler(settings.limits().idle().toSeconds(), 0, 0, TimeUnit.SECONDS))
        .addLast(new StreamHandler(reception, transport, address.getHostAddress(), source));
  }
}
