package forum.api.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A value of RESP2 or RESP3, as a {@link ReplyReader} reads it. */
public sealed interface WireValue {

    /** Add this value to what is to be written, in the types of RESP3. */
    void writeTo(WireOutput out);

    /** A simple string. */
    record Simple(String line) implements WireValue {
        @Override
        public void writeTo(WireOutput out) {
            out.line('+', line);
        }
    }

    /**
     * An error.
     *
     * @param line its code word, a space and its text
     */
    record Failure(String line) implements WireValue {

        /** Give the code word alone. */
        public String code() {
            int space = line.indexOf(' ');
            return space < 0 ? line : line.substring(0, space);
        }

        /** Give the text without the code word. */
        public String text() {
            return line.substring(Math.min(line.length(), code().length() + 1));
        }

        @Override
        public void writeTo(WireOutput out) {
            out.line('-', line);
        }
    }

    /** A number of 64 bits. */
    record Number(long value) implements WireValue {
        @Override
        public void writeTo(WireOutput out) {
            out.number(value);
        }
    }

    /** A bulk string: any bytes. */
    record Bulk(byte[] bytes) implements WireValue {

        /** Encode a string. */
        public static Bulk of(String text) {
            return new Bulk(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Decode as UTF-8; what is none shows as U+FFFD. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public void writeTo(WireOutput out) {
            out.bulk(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bulk bulk && Arrays.equals(bytes, bulk.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Bulk[" + text() + "]";
        }
    }

    /** Nothing. */
    record Nil() implements WireValue {
        @Override
        public void writeTo(WireOutput out) {
            out.line('_', "");
        }
    }

    /** A boolean. */
    record Bool(boolean value) implements WireValue {
        @Override
        public void writeTo(WireOutput out) {
            out.line('#', value ? "t" : "f");
        }
    }

    /** A floating-point number. */
    record Decimal(double value) implements WireValue {
        @Override
        public void writeTo(WireOutput out) {
            out.line(
                    ',',
                    Double.isInfinite(value)
                            ? value > 0 ? "inf" : "-inf"
                            : Double.isNaN(value) ? "nan" : Double.toString(value));
        }
    }

    /** An array. */
    record Array(List<WireValue> elements) implements WireValue {
        /** Keep a copy. */
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public void writeTo(WireOutput out) {
            out.array(elements.size());
            elements.forEach(e -> e.writeTo(out));
        }
    }

    /** A map, in order. */
    record Dictionary(List<Pair> pairs) implements WireValue {
        /** Keep a copy. */
        public Dictionary {
            pairs = List.copyOf(pairs);
        }

        @Override
        public void writeTo(WireOutput out) {
            out.header('%', pairs.size());
            pairs.forEach(p -> {
                p.key().writeTo(out);
                p.value().writeTo(out);
            });
        }
    }

    /** A key of a map with its value. */
    record Pair(WireValue key, WireValue value) {}

    /** A set, in order. */
    record Group(List<WireValue> elements) implements WireValue {
        /** Keep a copy. */
        public Group {
            elements = List.copyOf(elements);
        }

        @Override
        public void writeTo(WireOutput out) {
            out.header('~', elements.size());
            elements.forEach(e -> e.writeTo(out));
        }
    }

    /** What came without being asked for. */
    record Push(List<WireValue> elements) implements WireValue {
        /** Keep a copy. */
        public Push {
            elements = List.copyOf(elements);
        }

        @Override
        public void writeTo(WireOutput out) {
            out.header('>', elements.size());
            elements.forEach(e -> e.writeTo(out));
        }
    }
}
