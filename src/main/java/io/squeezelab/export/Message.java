package io.squeezelab.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protocol buffer under construction, field by field; its schema is the caller's business. */
final class Message {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Write {
    void to(CodedOutputStream out) throws IOException;
  }

  private Message with(Write write) {
    try {
      write.to(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  Message text(int field, String value) {
    return with(to -> to.writeString(field, value));
  }

  Message message(int field, Message value) {
    return with(to -> to.writeBytes(field, ByteString.copyFrom(value.bytes())));
  }

  Message number(int field, double value) {
    return with(to -> to.writeDouble(field, value));
  }

  Message single(int field, float value) {
    return with(to -> to.writeFloat(field, value));
  }

  Message whole(int field, long value) {
    return with(to -> to.writeInt64(field, value));
  }

  Message truth(int field, boolean value) {
    return with(to -> to.writeBool(field, value));
  }

  byte[] bytes() {
    with(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
