package io.squeezelab.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.util.Objects;

/**
 * A request that cannot be met, said in one message to the person who made it. Commands print the
 * message, without a stack trace, and exit with 2.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }

  /** Why something about files failed, in a few words. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemLoopException) {
      return "a link leads back to a folder around it";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, e.toString());
  }

  /** The same of a file met in the middle of a stream, with its name. */
  public static String reason(UncheckedIOException e) {
    IOException cause = e.getCause();
    boolean named = cause instanceof FileSystemException of && of.getFile() != null;
    return (named ? ((FileSystemException) cause).getFile() + ": " : "") + reason(cause);
  }
}
