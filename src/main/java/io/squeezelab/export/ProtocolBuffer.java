package io.squeezelab.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protocol buffer under construction, field by field; its schema is the caller's business. */
final class ProtocolBuffer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Write {
    void to(CodedOutputStream out) throws IOException;
  }

  private ProtocolBuffer with(Write write) {
    try {
      write.to(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  ProtocolBuffer text(int field, String value) {
    return with(to -> to.writeString(field, value));
  }

  ProtocolBuffer message(int field, ProtocolBuffer value) {
    return with(to -> to.writeBytes(field, ByteString.copyFrom(value.bytes())));
  }

  ProtocolBuffer number(int field, double value) {
    return with(to -> to.writeDouble(field, value));
  }

  ProtocolBuffer single(int field, float value) {
    return with(to -> to.writeFloat(field, value));
  }

  ProtocolBuffer whole(int field, long value) {
    return with(to -> to.writeInt64(field, value));
  }

  ProtocolBuffer truth(int field, boolean value) {
    return with(to -> to.writeBool(field, value));
  }

  byte[] bytes() {
    with(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
