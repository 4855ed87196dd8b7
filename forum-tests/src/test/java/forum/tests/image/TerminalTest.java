package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Drive the client's image on a real terminal, against the server's image: one of each for a class of tests. */
abstract class TerminalTest {

    @TempDir
    private static Path data;

    private static Tmux tmux;
    private static ServerProcess server;
    private static RespClient yoda;

    @TempDir
    private Path folder;

    private Visit visit;

    @BeforeAll
    static void start() throws InterruptedException {
        tmux = Tmux.start(data);
        server = ServerProcess.start(data.resolve("data"));
        yoda = server.connect().login("yoda");
    }

    @AfterAll
    static void stop() {
        if (tmux != null) {
            tmux.close();
            server.close();
        }
    }

    @BeforeEach
    void begin() {
        visit = new Visit(tmux, folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        tmux.closeWindows();
    }

    /** Somebody else, who is logged in all the time. */
    static RespClient yoda() {
        return yoda;
    }

    static ServerProcess server() {
        return server;
    }

    static Tmux tmux() {
        return tmux;
    }

    /** The folder in which the client is started, and its home. */
    Path folder() {
        return folder;
    }

    /** Make an editor of a shell script, which finds the text's file in $1. */
    Path editor(String script) throws IOException {
        Path editor = folder.resolve("editor");
        Files.writeString(editor, "#!/bin/sh\n" + script);
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        return editor;
    }

    /** Make one that says that somebody writes, and does so only when {@link #leaveEditor} lets it. */
    Path waitingEditor(String script) throws IOException, InterruptedException {
        new ProcessBuilder("mkfifo", done().toString()).start().waitFor();
        return editor("echo writing; read -r line <'" + done() + "'; " + script);
    }

    void leaveEditor() throws IOException {
        Files.writeString(done(), "done\n");
    }

    private Path done() {
        return folder.resolve("done");
    }

    Visit visit() {
        return visit;
    }

    Window as(String user) throws InterruptedException {
        return visit.as(user, server.port());
    }
}
