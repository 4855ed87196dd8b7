import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_782800aeffa75e9c5bbf3a965bbc7225ab4baa19 {
    static final String base64Bytes = String.join("", "AQASAQEBAAAAAAAAA+gEeW9kYQF0ABMCAQIAAAAAAQAmBQEGAAAAAAAAA+0DBG1pa2UABwkBcAFlaG8AFgQBBAAAAAAAAAPrAgR5AAAD7gUEeW9kYQALhQEIAQkAAAAAAAAD7wAQBgEKAAAAAAAAA/AEeW9kYQABDAABCQ==");

    public static void main(String[] args) throws Throwable {
        Crash_782800aeffa75e9c5bbf3a965bbc7225ab4baa19.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = forum.storage.fs.JournalFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = forum.storage.fs.JournalFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        forum.storage.fs.JournalFuzz.fuzzerTestOneInput(input);
    }
}