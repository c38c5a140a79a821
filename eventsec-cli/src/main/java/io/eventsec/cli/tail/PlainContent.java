package io.eventsec.cli.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file as it is. */
final class PlainContent implements Content {
  private final FileChannel channel;

  PlainContent(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(long from, byte[] buffer, int offset, int length) throws IOException {
    return channel.read(ByteBuffer.wrap(buffer, offset, length), from);
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public long behind(long at) throws IOException {
    return Math.max(0, channel.size() - at);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
