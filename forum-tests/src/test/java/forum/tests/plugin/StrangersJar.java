package forum.tests.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Make a plugin's jar out of sources, as a stranger might, well or badly. */
public final class StrangersJar {

    private static final int OF_THE_FUTURE = 99;

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Path> modulePath = new ArrayList<>();
    private boolean ofTheFuture;

    /** Begin with nothing in it. */
    public StrangersJar() {
        Stream.of(System.getProperty("jdk.module.path").split(":"))
                .map(Path::of)
                .forEach(modulePath::add);
    }

    /** Make the jar of a command that answers a line, with a descriptor. */
    public static StrangersJar command(String module, String type, String line) {
        return new StrangersJar()
                .source(module + "." + type, handler(module, type, "return new Outcome.Line(" + line + ");"))
                .source("module-info", """
                        module %s {
                            requires forum.api;
                            provides forum.api.command.CommandHandler with %s.%s;
                        }
                        """.formatted(module, module, type));
    }

    /** Write a handler whose command has its class's name in upper case. */
    public static String handler(String packageName, String type, String body) {
        return """
                package %s;
                import forum.api.command.*;
                public class %s implements CommandHandler {
                    public CommandSpec spec() {
                        return CommandSpec.of("%s", "Test the server", new Reply.Line());
                    }
                    public Outcome handle(Request request, CommandContext context) {
                        %s
                    }
                }
                """.formatted(packageName, type, type.toUpperCase(Locale.ROOT), body);
    }

    public StrangersJar source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    /** Name a provider as jars without a descriptor do. */
    public StrangersJar service(String type) {
        files.put("META-INF/services/forum.api.command.CommandHandler", type.getBytes());
        return this;
    }

    /** Have a command's module require another one. */
    public StrangersJar requiring(String module) {
        return source(
                "module-info", sources.get("module-info").replace("provides ", "requires " + module + "; provides "));
    }

    /** Compile with another module that the jar does not bring. */
    public StrangersJar with(Path module) {
        modulePath.addFirst(module);
        return this;
    }

    /** Pretend that the classes are of a Java that is to come. */
    public StrangersJar ofTheFuture() {
        ofTheFuture = true;
        return this;
    }

    /** Write the jar. */
    public Path to(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path classes = Files.createTempDirectory("classes");
            compile(classes);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> compiled = Files.walk(classes)) {
                for (Path file : compiled.sorted(Comparator.reverseOrder()).toList()) {
                    if (Files.isRegularFile(file)) {
                        write(out, classes.relativize(file).toString(), aged(Files.readAllBytes(file)));
                    }
                    Files.delete(file);
                }
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    write(out, file.getKey(), file.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = String.join(":", modulePath.stream().map(Path::toString).toList());
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-implicit:none"));
        options.addAll(
                sources.containsKey("module-info") ? List.of("--module-path", path) : List.of("-classpath", path));
        StringWriter said = new StringWriter();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        if (!compiler.getTask(said, null, null, options, null, units).call()) {
            throw new AssertionError(said.toString());
        }
    }

    private byte[] aged(byte[] classFile) {
        if (ofTheFuture) {
            classFile[7] = OF_THE_FUTURE;
        }
        return classFile;
    }

    private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
