package forum.tests.fault;

import forum.api.Upload;
import forum.api.storage.Restoration;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider;
import forum.testkit.storage.MemoryStorageProvider;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Keep a forum in memory, and fail as a session asks for it: by what it posts. */
final class FaultyStorageProvider implements StorageProvider {

    private final StorageProvider memory = new MemoryStorageProvider();

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public Storage open(Config config) {
        Storage storage = memory.open(config);
        return proxy(Storage.class, (_, method, arguments) -> {
            Object result = call(storage, method, arguments);
            return result instanceof Session session ? proxy(Session.class, new FaultySession(session)) : result;
        });
    }

    @Override
    public boolean check(Config config, Consumer<String> report) {
        return memory.check(config, report);
    }

    @Override
    public void repair(Config config, Consumer<String> report) {
        memory.repair(config, report);
    }

    @Override
    public void backup(Config config, Path target, Consumer<String> report) {
        memory.backup(config, target, report);
    }

    @Override
    public Restoration restore(Config config) {
        return memory.restore(config);
    }

    /** Fail at once for the texts {@code full} and {@code broken}, at the next sync for the text or file {@code unsynced}. */
    private static final class FaultySession implements InvocationHandler {

        private final Session session;
        private boolean unsynced;

        FaultySession(Session session) {
            this.session = session;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("post")) {
                switch (arguments[1].toString()) {
                    case "full" -> throw new StorageException(Fault.FULL, "No space left on device");
                    case "broken" -> throw new StorageException(Fault.IO, "Input/output error");
                    case "unsynced" -> unsynced = true;
                    default -> {}
                }
            }
            if (method.getName().equals("attach")) {
                unsynced |= ((Upload) arguments[1]).file().toString().equals("unsynced");
            }
            if (method.getName().equals("isDurable") && unsynced) {
                return false;
            }
            if (method.getName().equals("sync") && unsynced) {
                unsynced = false;
                throw new StorageException(Fault.IO, "Input/output error at the flush");
            }
            return call(session, method, arguments);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
