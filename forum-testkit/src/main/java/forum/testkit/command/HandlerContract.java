package forum.testkit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Upload;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Parameter.Kind;
import forum.api.storage.StorageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what every command's handler must do as tests: a class that implements this inherits them. */
public interface HandlerContract {

    /** Who calls in {@link #example}. */
    String CALLER = "mike";

    /** Make a handler as the server does: anew. */
    CommandHandler handler();

    /**
     * Give the arguments of a call by {@link #CALLER} that is not refused; a file's bytes are an argument behind its
     * name.
     */
    List<String> example();

    /** Make the forum ready for {@link #example}: create the threads that it names, say. */
    default void prepare(HandlerBench bench) {}

    @Test
    default void theSpecIsAlwaysTheSame() {
        CommandHandler handler = handler();
        assertThat(handler.spec()).isEqualTo(handler.spec());
        assertThat(handler().spec()).isEqualTo(handler.spec());
    }

    @Test
    default void theSpecPromisesOnlyWhatIsGiven() {
        CommandSpec spec = handler().spec();
        List<String> names = spec.parameters().stream().map(Parameter::name).toList();
        assertThat(Shapes.placeholders(spec.reply())).isSubsetOf(names);
    }

    @Test
    default void theExampleHasAsManyArgumentsAsTheSpecAsksFor() {
        CommandSpec spec = handler().spec();
        assertThat(example().size()).isGreaterThanOrEqualTo(spec.minArguments());
        if (!spec.takesRest()) {
            assertThat(example().size()).isLessThanOrEqualTo(spec.maxArguments());
        }
    }

    @Test
    default void theOutcomeHasTheShapeThatTheSpecPromises(@TempDir Path folder) throws Upload.Cut {
        try (HandlerBench bench = bench(folder)) {
            Outcome outcome = bench.call(CALLER, example());
            assertThat(Shapes.plain(outcome)).isNotInstanceOf(Outcome.Refused.class);
            assertThat(Shapes.misfit(handler().spec().reply(), outcome)).isEmpty();
        }
    }

    @Test
    default void anUnknownThreadIsRefused(@TempDir Path folder) throws Upload.Cut {
        List<Parameter<?>> parameters = handler().spec().parameters();
        try (HandlerBench bench = bench(folder)) {
            for (int i = 0; i < parameters.size() && i < example().size(); i++) {
                if (parameters.get(i).kind() == Kind.THREAD) {
                    assertThat(HandlerBench.code(bench.call(CALLER, with(i, "no-such-thread"))))
                            .isEqualTo("NOTHREAD");
                    assertThat(HandlerBench.code(bench.call(CALLER, with(i, "../no such thread"))))
                            .isEqualTo("NOTHREAD");
                }
            }
        }
    }

    @Test
    default void whateverAUserGivesIsAnsweredAndNotThrown(@TempDir Path folder) throws Upload.Cut {
        CommandHandler handler = handler();
        try (HandlerBench bench = bench(folder)) {
            for (int i = 0; i < example().size(); i++) {
                for (String nasty : Nasty.ARGUMENTS) {
                    Outcome outcome = bench.call(CALLER, with(i, nasty));
                    assertThat(Shapes.misfit(handler.spec().reply(), outcome))
                            .as("argument %d is %s", i, nasty)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    default void manyMayCallAtOnce(@TempDir Path folder) throws Exception {
        try (HandlerBench bench = bench(folder);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String caller = i % 2 == 0 ? CALLER : "caller-" + i;
                calls.add(() -> bench.call(caller, example()));
            }
            for (Future<Outcome> outcome : callers.invokeAll(calls)) {
                assertThat(Shapes.misfit(handler().spec().reply(), outcome.get()))
                        .isEmpty();
            }
        }
    }

    @Test
    default void askingIsAnsweredAndChangesNothing(@TempDir Path folder) throws Upload.Cut {
        if (handler().spec().takesFile()) {
            List<String> question = example().subList(0, example().size() - 1);
            try (HandlerBench bench = bench(folder)) {
                assertThat(bench.ask(CALLER, question)).isInstanceOf(Outcome.Ready.class);
                assertThat(bench.ask(CALLER, question)).isInstanceOf(Outcome.Ready.class);
                assertThat(Shapes.plain(bench.call(CALLER, example()))).isNotInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @Test
    default void aFileThatIsCutOffPasses(@TempDir Path folder) throws Upload.Cut {
        if (handler().spec().takesFile()) {
            try (HandlerBench bench = bench(folder)) {
                assertThatThrownBy(() -> bench.callCutOff(CALLER, example())).isInstanceOf(Upload.Cut.class);
                assertThat(Shapes.plain(bench.call(CALLER, example()))).isNotInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @Test
    default void aFaultOfTheStoragePasses(@TempDir Path folder) throws Upload.Cut {
        try (HandlerBench bench = bench(folder)) {
            bench.breakStorage();
            Outcome outcome = bench.call(CALLER, example());
            assertThat(Shapes.misfit(handler().spec().reply(), outcome)).isEmpty();
        } catch (StorageException passed) {
            assertThat(passed).hasMessage(HandlerBench.BROKEN);
        }
    }

    private HandlerBench bench(Path folder) {
        HandlerBench bench = new HandlerBench(handler(), folder);
        prepare(bench);
        return bench;
    }

    private List<String> with(int index, String argument) {
        List<String> arguments = new ArrayList<>(example());
        arguments.set(index, argument);
        return arguments;
    }
}
