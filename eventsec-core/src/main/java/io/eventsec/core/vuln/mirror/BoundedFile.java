package io.eventsec.core.vuln.mirror;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes an answer into a file, and ends with an error when it becomes too long. */
final class BoundedFile implements BodySubscriber<Path> {
  private final Path file;
  private final long most;
  private final CompletableFuture<Path> written = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private @Nullable FileChannel channel;
  private long count;

  BoundedFile(Path file, long most) {
    this.file = file;
    this.most = most;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return written;
  }

  @Override
  public void onSubscribe(Flow.Subscription from) {
    subscription = from;
    try {
      channel =
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
      from.request(1);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        count += buffer.remaining();
        if (count > most) {
          throw new IOException("more than " + most + " bytes were sent");
        }
        while (buffer.hasRemaining()) {
          Optional.ofNullable(channel).orElseThrow().write(buffer);
        }
      }
      Optional.ofNullable(subscription).orElseThrow().request(1);
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(Throwable e) {
    Optional.ofNullable(subscription).ifPresent(Flow.Subscription::cancel);
    close();
    written.completeExceptionally(e);
  }

  @Override
  public void onError(Throwable e) {
    close();
    written.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    try {
      Optional.ofNullable(channel).orElseThrow().force(true);
      close();
      written.complete(file);
    } catch (IOException e) {
      fail(e);
    }
  }

  private void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      written.completeExceptionally(e);
    }
  }
}
