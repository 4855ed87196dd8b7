package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Look after a forum as an operator does: check, back up, export and import, with and without a server. */
class ToolsTest {

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void name() {
        data = folder.resolve("data");
    }

    @Test
    void aBackupOfARunningServerIsAForumOfItsOwn() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            fill(server);
            done("backup", "Backed up to backup\n", "backup");
            refused("backup", "Cannot write to " + folder.resolve("backup") + ": it is not empty", "backup");
            refused("check", "Another server uses the data folder data");
        }
        Ran check = run("check", "--data", folder.resolve("backup").toString());
        assertThat(check.status()).as(check.out() + check.err()).isZero();
        try (ServerProcess server = ServerProcess.start(folder.resolve("backup"))) {
            requireFilled(server);
        }
    }

    @Test
    void aBackupOfAClosedFolderHoldsTheSame() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            fill(server);
            server.kill();
        }
        done("backup", "Backed up to backup\n", "backup");
        try (ServerProcess server = ServerProcess.start(folder.resolve("backup"))) {
            requireFilled(server);
        }
    }

    @Test
    void anExportIsReadBackWithoutLoss() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            fill(server);
            done("export", "Exported to live\n", "live");
            done("export", "Exported to whole\n", "--with-passwords", "whole");
        }
        assertThat(Files.readString(folder.resolve("live/forum.jsonl"))).doesNotContain("argon2");
        assertThat(Files.readString(folder.resolve("live/a"))).isEqualTo("""
                mike
                1 mike: edited
                  2 yoda: forged
                yoda uploaded test.exe
                2 mike: last
                """);
        assertThat(Files.readString(folder.resolve("live/a-test.exe"))).isEqualTo("bytes");
        data = folder.resolve("imported");
        done("import", "Imported into imported\n", "whole");
        done("export", "Exported to again\n", "--with-passwords", "again");
        assertThat(content(folder.resolve("again"))).isEqualTo(content(folder.resolve("whole")));
        try (ServerProcess server = ServerProcess.start(data)) {
            requireFilled(server);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1 | \"version\":2 | line 1: this server reads version 1",
                "\"edited\":true | \"edited\":1 | line 3: edited is not true or false",
                "\"edited\":true | \"edited\":true,\"x\":1 | line 3: nothing is known of x",
                "\"edited\":true | \"edited\":true,\"id\":9 | line 3: it is no JSON: Duplicate field 'id'",
                "\"text\":\"last\" | \"text\":\"la\\u0007st\" | line 5: text: The text contains a control character (U+0007)",
                "\"text\":\"last\" | \"text\":\"\\ud800\" | line 5: text is no Unicode",
                "\"size\":5 | \"size\":6 | line 4: the file a-test.exe has 5 bytes, not 6",
                "\"sha256\":\" | \"sha256\":\"0 | line 4: sha256 is none",
                "\"path\":\"a-test.exe\" | \"path\":\"../data/lock\" | line 4: path leads out of the folder",
                "\"path\":\"a-test.exe\" | \"path\":\"a\" | line 4: the file a has 69 bytes, not 5",
                "\"entries\":3 | \"entries\":4 | line 6: there should be 1 threads with 4 entries, and there are 1 with 3",
                "\"title\":\"a\" | \"title\":\"..\" | line 2: title: A thread title cannot be . or ..",
                "\"revision\":6 | \"revision\":1 | line 6: the thread before has more changes than its revision says",
                "\"type\":\"end\" | \"type\":\"fin\" | line 6: nothing is known of the type fin",
                "bytes | bites | line 4: The file test.exe has another checksum"
            })
    void whatIsNotAsItShouldBeIsNamedAndNothingIsImported(String from, String to, String complaint) throws Exception {
        writeExport();
        change(folder.resolve("export/forum.jsonl"), text -> text.replace(from, to));
        change(folder.resolve("export/a-test.exe"), text -> text.replace(from, to));
        Ran ran = run("import", "--data", data.toString(), "export");
        assertThat(ran.err()).isEqualTo("forum-server: export/forum.jsonl, " + complaint + "; nothing was imported\n");
        assertThat(ran.status()).isEqualTo(1);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("export"));
        }
    }

    private void writeExport() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.writeString(export.resolve("a-test.exe"), "bytes");
        Files.writeString(export.resolve("a"), "x".repeat(69));
        Files.writeString(export.resolve("forum.jsonl"), """
                {"type":"forum","version":1}
                {"type":"thread","id":1,"title":"a","owner":"mike","created":"2026-01-01T12:00:00Z","active":"2026-01-01T12:00:00Z","revision":6,"path":"a"}
                {"type":"message","id":2,"author":"mike","time":"2026-01-01T12:00:00Z","edited":true,"text":"one"}
                {"type":"file","id":3,"author":"yoda","time":"2026-01-01T12:00:00Z","name":"test.exe","size":5,"sha256":"%s","path":"a-test.exe"}
                {"type":"message","id":5,"author":"mike","time":"2026-01-01T12:00:00.123Z","edited":false,"text":"last"}
                {"type":"end","lastId":5,"threads":1,"entries":3}
                """.formatted(
                        "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9"));
    }

    private static void change(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    private static void fill(ServerProcess server) {
        RespClient mike = server.connect().login("mike");
        RespClient yoda = server.connect().login("yoda");
        mike.ask("CRT", "a");
        mike.ask("MSG", "a", "one");
        yoda.ask("UPD", "a", "test.exe", "bytes");
        yoda.ask("MSG", "a", "gone");
        mike.ask("EDT", "a", "1", "edited\n2 yoda: forged");
        yoda.ask("DLT", "a", "2");
        assertThat(mike.ask("MSG", "a", "last")).isEqualTo("+Message posted to a thread");
    }

    private static void requireFilled(ServerProcess server) {
        RespClient mike = server.connect().login("mike");
        assertThat(mike.ask("RDT", "a")).contains("1 mike: edited", "yoda uploaded test.exe", "2 mike: last");
        assertThat(mike.ask("DWN", "a", "test.exe")).isEqualTo("\"bytes\"");
        assertThat(mike.ask("DLT", "a", "2")).isEqualTo("+Message has been deleted");
    }

    private void done(String tool, String out, String... arguments) throws Exception {
        Ran ran = runOnData(tool, arguments);
        assertThat(ran).isEqualTo(new Ran(0, out, ""));
    }

    private void refused(String tool, String sentence, String... arguments) throws Exception {
        assertThat(runOnData(tool, arguments)).isEqualTo(new Ran(1, "", "forum-server: " + sentence + "\n"));
    }

    private Ran runOnData(String tool, String... arguments) throws Exception {
        List<String> all =
                new ArrayList<>(List.of(tool, "--data", folder.relativize(data).toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private Ran run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Images.server().toString()));
        command.addAll(List.of(arguments));
        return Ran.in(folder, "", command);
    }

    private static TreeMap<String, String> content(Path export) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return content;
    }
}
