package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server takes of its machine; Linux tells.
 *
 * @param heap bytes of objects that are in use, after a collection
 * @param resident bytes of memory in all
 * @param files open file descriptors
 * @param threads threads of the system; virtual ones are not among them
 */
record Footprint(long heap, long resident, long files, long threads) {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Collect the garbage of a server, and look. */
    static Footprint of(ServerProcess server) throws IOException, InterruptedException {
        long heap = heap(server);
        Path process = Path.of("/proc", Long.toString(server.pid()));
        List<String> status = Files.readAllLines(process.resolve("status"));
        return new Footprint(heap, 1024 * number(status, "VmRSS:"), files(server), number(status, "Threads:"));
    }

    static long files(ServerProcess server) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return files.count();
        }
    }

    private static long heap(ServerProcess server) throws InterruptedException {
        Ran histogram =
                Ran.in(Path.of("."), "", List.of(JCMD.toString(), Long.toString(server.pid()), "GC.class_histogram"));
        Matcher total = TOTAL.matcher(histogram.out());
        assertThat(total.find()).as(histogram.out() + histogram.err()).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static long number(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
