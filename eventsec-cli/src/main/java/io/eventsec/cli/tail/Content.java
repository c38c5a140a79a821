package io.eventsec.cli.tail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of an open file, inflated if it is gzip. What is open stays readable when it is renamed
 * or deleted. Not thread-safe.
 */
public interface Content extends Closeable {

  /**
   * Reads some bytes.
   *
   * @param from which byte to begin at, from 0
   * @return how many were read; 0 or less if there are none there now
   */
  int read(long from, byte[] buffer, int offset, int length) throws IOException;

  /** True if more may be written to it; false if it ends where it ends. */
  boolean grows();

  /** How many bytes it has now, as they are on the disk. */
  long size() throws IOException;

  /** How many bytes of the disk are to be read yet by somebody who is at that place. */
  long behind(long at) throws IOException;

  /** Opens a file. */
  static Content open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      ByteBuffer magic = ByteBuffer.allocate(2);
      boolean gzip =
          channel.read(magic, 0) == 2 && magic.get(0) == (byte) 0x1f && magic.get(1) == (byte) 0x8b;
      return gzip ? new GzipContent(channel) : new PlainContent(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
