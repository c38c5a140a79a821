package io.eventsec.core.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a backup as it is written, compressed. Not thread-safe. It counts once {@link #finish}
 * has returned; a file that is closed without that belongs to no backup.
 */
public final class BackupFile implements AutoCloseable {
  private final String file;
  private final FileChannel channel;
  private final MessageDigest digest;
  private final Counter counter;
  private final FastGzip out;

  BackupFile(Path directory, String file) throws IOException {
    this.file = file;
    this.channel = PrivateFiles.create(directory.resolve(file));
    this.digest = Digests.sha256();
    this.counter = new Counter(new DigestOutputStream(Channels.newOutputStream(channel), digest));
    this.out = new FastGzip(counter);
  }

  /** Where its content goes. Whoever writes may close it or not. */
  public OutputStream content() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() {
        // finish() does, when it is known how much there was.
      }
    };
  }

  /**
   * Ends it: all is on the disk when this returns.
   *
   * @param name what is in it
   * @param items how many
   * @param facts what else is to be known
   * @throws IOException if it cannot be written
   */
  public BackupEntry finish(String name, long items, Map<String, String> facts) throws IOException {
    out.flush();
    out.finish();
    counter.flush();
    channel.force(true);
    channel.close();
    return new BackupEntry(
        file, name, items, counter.bytes, HexFormat.of().formatHex(digest.digest()), facts);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static final class Counter extends FilterOutputStream {
    private long bytes;

    Counter(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      bytes += length;
    }
  }

  /** Most of what goes into it is compressed already: trying hard gains nothing. */
  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 64 << 10;

    FastGzip(OutputStream to) throws IOException {
      super(to, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
