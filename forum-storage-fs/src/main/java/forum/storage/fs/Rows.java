package forum.storage.fs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Pack the numbers of entries into rows of one array, each column with as many bytes as its largest number needs.
 *
 * <p>Ids, times and addresses are kept as differences from the first entry's, so a row often takes about ten bytes.
 * Reading a row needs no lock while no other thread writes to the same row.
 */
final class Rows {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int ID = 0;
    private static final int TIME = 1;
    private static final int AUTHOR = 2;

    /** An address in the slabs, or a file's index. */
    private static final int ADDRESS = 3;

    /** A text's length, and one bit for edited; -1 for a file. */
    private static final int LENGTH = 4;

    private static final int COLUMNS = 5;
    private static final int FIRST_CAPACITY = 4;

    /** The capacity of rows that follow others, and will soon be many, too. */
    private static final int NEXT_CAPACITY = 32;

    private static final int FILE = -1;
    private static final int WIDEST = 0x88888;

    /** Bits for where a column starts. */
    private static final int START_BITS = 6;

    private static final int START_MASK = (1 << START_BITS) - 1;

    private final long firstId;
    private final long firstTime;
    private final long firstAddress;

    /** The width of each column in bytes, four bits each. */
    private final int widths;

    /** Where each column starts within a row, {@link #START_BITS} each: a page asks for it hundreds of times. */
    private final int starts;

    private final int length;
    private final int capacity;
    private final byte[] bytes;

    private Rows(long firstId, long firstTime, long firstAddress, int widths, int capacity) {
        this.firstId = firstId;
        this.firstTime = firstTime;
        this.firstAddress = firstAddress;
        this.widths = widths;
        this.starts = starts(widths);
        this.length = start(COLUMNS - 1) + width(widths, COLUMNS - 1);
        this.capacity = capacity;
        this.bytes = new byte[capacity * length + Long.BYTES];
    }

    /** Make room for a few entries that begin with this one. */
    static Rows from(EntryData first) {
        Rows bases = new Rows(first.id(), first.time(), address(first.place()), 0, 0);
        return new Rows(first.id(), first.time(), bases.firstAddress, bases.widthsFor(first), FIRST_CAPACITY);
    }

    /** Read some rows. */
    static Rows read(FieldReader source, int count) {
        Rows rows = new Rows(source.time(), source.time(), source.time(), source.smallNumber(WIDEST), count);
        source.copy(rows.bytes, count * rows.length);
        return rows;
    }

    /** Write the first rows. */
    void writeTo(ByteBuffer target, int count) {
        target.putLong(firstId).putLong(firstTime).putLong(firstAddress);
        Fields.putNumber(target, widths);
        target.put(bytes, 0, count * length);
    }

    /** Make empty rows like these, as wide as others. */
    Rows asWideAs(Rows others) {
        return new Rows(firstId, firstTime, firstAddress, widest(widths, others.widths), NEXT_CAPACITY);
    }

    /** Make empty rows that take what is here and an entry. */
    Rows wideEnough(EntryData entry, int capacity) {
        return new Rows(firstId, firstTime, firstAddress, widest(widths, widthsFor(entry)), capacity);
    }

    /** Make empty rows that take what is here and what is in others. */
    Rows wideEnough(Rows others, int count, int capacity) {
        int wide = widths;
        for (int i = 0; i < count; i++) {
            wide = widest(wide, widthsFor(others.entry(i)));
        }
        return new Rows(firstId, firstTime, firstAddress, wide, capacity);
    }

    int capacity() {
        return capacity;
    }

    long id(int row) {
        return firstId + get(row, ID);
    }

    long time(int row) {
        return firstTime + get(row, TIME);
    }

    int author(int row) {
        return (int) get(row, AUTHOR);
    }

    boolean isFile(int row) {
        return get(row, LENGTH) == FILE;
    }

    long place(int row) {
        int textLength = (int) get(row, LENGTH);
        long address = firstAddress + get(row, ADDRESS);
        if (textLength == FILE) {
            return Place.ofFile((int) address);
        }
        long place = Place.ofText(address, textLength >> 1);
        return (textLength & 1) == 0 ? place : Place.edited(place);
    }

    EntryData entry(int row) {
        return new EntryData(id(row), time(row), author(row), place(row));
    }

    /** Tell whether the columns are wide enough for an entry. */
    boolean takes(EntryData entry) {
        return fits(entry.id() - firstId, ID)
                && fits(entry.time() - firstTime, TIME)
                && fits(entry.author(), AUTHOR)
                && fits(address(entry.place()) - firstAddress, ADDRESS)
                && fits(length(entry.place()), LENGTH);
    }

    void put(int row, EntryData entry) {
        int at = row * length;
        at = write(at, entry.id() - firstId, ID);
        at = write(at, entry.time() - firstTime, TIME);
        at = write(at, entry.author(), AUTHOR);
        at = write(at, address(entry.place()) - firstAddress, ADDRESS);
        write(at, length(entry.place()), LENGTH);
    }

    /** Move rows to another place. */
    void move(int from, int to, int target) {
        System.arraycopy(bytes, from * length, bytes, target * length, (to - from) * length);
    }

    /** Copy rows of others, for which these are wide enough. */
    void copy(Rows others, int from, int to, int target) {
        if (widths == others.widths
                && firstId == others.firstId
                && firstTime == others.firstTime
                && firstAddress == others.firstAddress) {
            System.arraycopy(others.bytes, from * length, bytes, target * length, (to - from) * length);
            return;
        }
        for (int row = from; row < to; row++) {
            put(target + row - from, others.entry(row));
        }
    }

    private long get(int row, int column) {
        int unused = Long.SIZE - Byte.SIZE * width(widths, column);
        long raw = (long) LONG.get(bytes, row * length + start(column));
        return unused == Long.SIZE ? 0 : raw << unused >> unused;
    }

    private int write(int from, long value, int column) {
        int to = from + width(widths, column);
        long rest = value;
        for (int at = from; at < to; at++) {
            bytes[at] = (byte) rest;
            rest >>= Byte.SIZE;
        }
        return to;
    }

    private boolean fits(long number, int column) {
        int unused = Long.SIZE - Byte.SIZE * width(widths, column);
        return unused == Long.SIZE ? number == 0 : number << unused >> unused == number;
    }

    private static long length(long place) {
        return Place.isFile(place) ? FILE : Place.length(place) << 1 | (Place.isEdited(place) ? 1 : 0);
    }

    private static long address(long place) {
        return Place.isFile(place) ? Place.fileIndex(place) : Place.address(place);
    }

    private int widthsFor(EntryData entry) {
        return width(entry.id() - firstId) << 4 * ID
                | width(entry.time() - firstTime) << 4 * TIME
                | width(entry.author()) << 4 * AUTHOR
                | width(address(entry.place()) - firstAddress) << 4 * ADDRESS
                | width(length(entry.place())) << 4 * LENGTH;
    }

    private static int width(long number) {
        long magnitude = number < 0 ? ~number : number;
        return number == 0 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(magnitude)) / Byte.SIZE + 1;
    }

    private static int width(int widths, int column) {
        return widths >> 4 * column & 0xf;
    }

    private int start(int column) {
        return starts >> START_BITS * column & START_MASK;
    }

    private static int starts(int widths) {
        int starts = 0;
        int start = 0;
        for (int column = 0; column < COLUMNS; column++) {
            starts |= start << START_BITS * column;
            start += width(widths, column);
        }
        return starts;
    }

    private static int widest(int some, int others) {
        int wide = 0;
        for (int column = 0; column < COLUMNS; column++) {
            wide |= Math.max(width(some, column), width(others, column)) << 4 * column;
        }
        return wide;
    }
}
