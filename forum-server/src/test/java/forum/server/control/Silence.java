package forum.server.control;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Log nothing. */
final class Silence implements System.Logger {

    @Override
    public String getName() {
        return "silence";
    }

    @Override
    public boolean isLoggable(Level level) {
        return false;
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
        // as it says
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... parameters) {
        // as it says
    }
}
