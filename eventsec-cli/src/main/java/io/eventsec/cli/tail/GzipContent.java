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
 * A gzip file, inflated block by block. The last two blocks are kept for those who read a little
 * again; to go back further it is inflated from its start.
 *
 * <p>One that breaks off may be still being written: to read beyond that place is an error until it
 * has had its time ({@link #giveUpWaiting}), and from then on it ends there.
 */
public final class GzipContent implements Content {
  static final int BLOCK = 1 << 16;

  private static final int BUFFER = 1 << 14;

  private final FileChannel channel;
  private InputStream inflated = InputStream.nullInputStream();
  private Block before = new Block(new byte[BLOCK], 0, 0);
  private Block last = new Block(new byte[BLOCK], 0, 0);
  private boolean begun;
  private boolean broken;
  private boolean waited;

  /** Some bytes in a row; used again when it is two blocks old. */
  private static final class Block {
    private final byte[] bytes;
    private long start;
    private int length;

    Block(byte[] bytes, long start, int length) {
      this.bytes = bytes;
      this.start = start;
      this.length = length;
    }

    boolean has(long place) {
      return place >= start && place < end();
    }

    long end() {
      return start + length;
    }

    int copy(long from, byte[] buffer, int offset, int most) {
      int count = (int) Math.min(most, end() - from);
      System.arraycopy(bytes, (int) (from - start), buffer, offset, count);
      return count;
    }
  }

  GzipContent(FileChannel channel) {
    this.channel = channel;
  }

  /** From now on, takes a place where it breaks off for its end. */
  public void giveUpWaiting() {
    waited = true;
  }

  /** True if the place where it breaks off was reached. */
  public boolean isBroken() {
    return broken;
  }

  @Override
  public int read(long from, byte[] buffer, int offset, int length) throws IOException {
    if (!begun || broken || from < before.start) {
      restart();
    }
    while (from >= last.end()) {
      if (!inflate()) {
        return -1;
      }
    }
    Block block = last.has(from) ? last : before;
    return block.copy(from, buffer, offset, length);
  }

  private void restart() throws IOException {
    channel.position(0);
    begun = true;
    broken = false;
    last.start = 0;
    last.length = 0;
    before.start = 0;
    before.length = 0;
    try {
      inflated =
          new GZIPInputStream(
              new BufferedInputStream(Channels.newInputStream(channel), BUFFER), BUFFER);
    } catch (EOFException | ZipException e) {
      breaksOff(e);
      inflated = InputStream.nullInputStream();
    }
  }

  /** Fills the next block; false at the end. */
  private boolean inflate() throws IOException {
    Block next = before;
    next.start = last.end();
    next.length = 0;
    try {
      int read = inflated.read(next.bytes, 0, BLOCK);
      while (read > 0) {
        next.length += read;
        read = inflated.read(next.bytes, next.length, BLOCK - next.length);
      }
    } catch (EOFException | ZipException e) {
      if (next.length == 0) {
        breaksOff(e);
      }
    }
    if (next.length == 0) {
      next.start = last.start; // nothing was lost but what is older
      return false;
    }
    before = last;
    last = next;
    return true;
  }

  private void breaksOff(IOException e) throws IOException {
    broken = true;
    if (!waited) {
      throw new IOException("the gzip file breaks off or is damaged", e);
    }
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
