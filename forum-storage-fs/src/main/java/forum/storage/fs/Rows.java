package forum.storage.fs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
    private static final int FILE = -1;

    private final long firstId;
    private final long firstTime;
    private final long firstAddress;

    /** The width of each column in bytes, four bits each. */
    private final int widths;

    private final int length;
    private final int capacity;
    private final byte[] bytes;

    private Rows(long firstId, long firstTime, long firstAddress, int widths, int capacity) {
        this.firstId = firstId;
        this.firstTime = firstTime;
        this.firstAddress = firstAddress;
        this.widths = widths;
        this.length = start(widths, COLUMNS);
        this.capacity = capacity;
        this.bytes = new byte[capacity * length + Long.BYTES];
    }

    /** Make room for a few entries that begin with this one. */
    static Rows from(EntryData first) {
        Rows bases = new Rows(first.id(), first.time(), address(first.place()), 0, 0);
        return new Rows(first.id(), first.time(), bases.firstAddress, bases.widthsFor(first), FIRST_CAPACITY);
    }

    /** Make empty rows like these, as wide as others. */
    Rows asWideAs(Rows others) {
        return new Rows(firstId, firstTime, firstAddress, widest(widths, others.widths), FIRST_CAPACITY);
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
        for (int column = 0; column < COLUMNS; column++) {
            if (width(number(entry, column)) > width(widths, column)) {
                return false;
            }
        }
        return true;
    }

    void put(int row, EntryData entry) {
        for (int column = 0; column < COLUMNS; column++) {
            set(row, column, number(entry, column));
        }
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
        long raw = (long) LONG.get(bytes, row * length + start(widths, column));
        return unused == Long.SIZE ? 0 : raw << unused >> unused;
    }

    private void set(int row, int column, long value) {
        int at = row * length + start(widths, column);
        for (int i = 0; i < width(widths, column); i++) {
            bytes[at + i] = (byte) (value >> Byte.SIZE * i);
        }
    }

    private long number(EntryData entry, int column) {
        long place = entry.place();
        return switch (column) {
            case ID -> entry.id() - firstId;
            case TIME -> entry.time() - firstTime;
            case AUTHOR -> entry.author();
            case ADDRESS -> address(place) - firstAddress;
            default -> Place.isFile(place) ? FILE : Place.length(place) << 1 | (Place.isEdited(place) ? 1 : 0);
        };
    }

    private static long address(long place) {
        return Place.isFile(place) ? Place.fileIndex(place) : Place.address(place);
    }

    private int widthsFor(EntryData entry) {
        int wide = 0;
        for (int column = 0; column < COLUMNS; column++) {
            wide |= width(number(entry, column)) << 4 * column;
        }
        return wide;
    }

    private static int width(long number) {
        long magnitude = number < 0 ? ~number : number;
        return number == 0 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(magnitude)) / Byte.SIZE + 1;
    }

    private static int width(int widths, int column) {
        return widths >> 4 * column & 0xf;
    }

    private static int start(int widths, int column) {
        int start = 0;
        for (int before = 0; before < column; before++) {
            start += width(widths, before);
        }
        return start;
    }

    private static int widest(int some, int others) {
        int wide = 0;
        for (int column = 0; column < COLUMNS; column++) {
            wide |= Math.max(width(some, column), width(others, column)) << 4 * column;
        }
        return wide;
    }
}
