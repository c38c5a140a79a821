package io.eventsec.cli.tail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file, inflated. Quick to read on; to go back it is inflated from its start again.
 *
 * <p>One that breaks off may be still being written: it is an error until it has had its time (
 * {@link #giveUpWaiting}), and from then on it ends where it breaks off.
 */
public final class GzipContent implements Content {
  private static final int BUFFER = 1 << 14;

  private final FileChannel channel;
  private InputStream inflated;
  private long at;
  private boolean waited;

  GzipContent(FileChannel channel) throws IOException {
    this.channel = channel;
    this.inflated = InputStream.nullInputStream();
    this.at = Long.MAX_VALUE;
  }

  /** From now on, takes a place where it breaks off for its end. */
  public void giveUpWaiting() {
    waited = true;
  }

  @Override
  public int read(long from, byte[] buffer, int offset, int length) throws IOException {
    try {
      if (from < at) {
        restart();
      }
      while (at < from) {
        long skipped = inflated.skip(from - at);
        if (skipped <= 0) {
          return -1;
        }
        at += skipped;
      }
      int read = inflated.read(buffer, offset, length);
      at += Math.max(0, read);
      return read;
    } catch (EOFException | ZipException e) {
      at = Long.MAX_VALUE; // what follows a failure is not to be trusted: from the start next time
      if (waited) {
        return -1;
      }
      throw new IOException(
          "the gzip file breaks off or is damaged (" + e.getMessage() + ")", e);
    }
  }

  private void restart() throws IOException {
    channel.position(0);
    inflated =
        new GZIPInputStream(
            new BufferedInputStream(Channels.newInputStream(channel), BUFFER), BUFFER);
    at = 0;
  }

  @Override
  public boolean grows() {
    return false;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public long behind(long place) throws IOException {
    return place == 0 ? channel.size() : Math.max(0, channel.size() - channel.position());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
