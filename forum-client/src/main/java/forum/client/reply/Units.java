package forum.client.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Write times, durations and sizes as people read them. */
public final class Units {

    private static final String[] LARGER = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /** What only a point in time needs: zones and patterns take a good part of a script's start. */
    private static final class Format {
        static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    }

    /**
     * Write times as they are told in a zone, and how long ago they are by a clock.
     *
     * @param zone asked for when there is a time to write
     */
    public Units(InstantSource clock, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Write a point in time, to the minute. */
    public String time(Instant time) {
        return Format.MINUTE.format(time.atZone(zone.get()));
    }

    /** Write how long ago something was, or when it was more than a day ago. */
    public String ago(Instant time) {
        Duration age = Duration.between(time, clock.instant());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : time(time);
    }

    /** Write how many there are of something. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Write a duration by its two largest units. */
    public static String duration(long seconds) {
        Duration d = Duration.ofSeconds(Math.max(0, seconds));
        if (d.toDays() > 0) {
            return d.toDays() + " d " + d.toHoursPart() + " h";
        }
        if (d.toHours() > 0) {
            return d.toHours() + " h " + d.toMinutesPart() + " min";
        }
        return d.toMinutes() > 0 ? d.toMinutes() + " min " + d.toSecondsPart() + " s" : d.toSeconds() + " s";
    }

    /** Write a number of bytes to two or three digits. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit + 1 < LARGER.length) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, LARGER[unit]);
    }
}
