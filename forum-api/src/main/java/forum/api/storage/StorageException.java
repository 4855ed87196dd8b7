package forum.api.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Tell that a storage cannot do its work; the message is one sentence for the operator. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Say what kind of trouble it is. */
    public enum Fault {
        /** There is no room; what needs none still works. */
        FULL,
        /** Nothing can be changed until the operator has acted; reading works. */
        READ_ONLY,
        /** A disk or its like failed. */
        IO,
        /** Another server uses the storage. */
        IN_USE,
        /** What is kept cannot be trusted. */
        DAMAGED
    }

    private final Fault fault;

    /** Tell of a fault that has no deeper cause. */
    public StorageException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Tell of a fault and what caused it. */
    public StorageException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** Say in words what an I/O error complains of; the message of some holds nothing but the file's name. */
    public static String reason(IOException error) {
        return switch (error) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such file or folder";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        };
    }

    /** Tell what kind of trouble it is. */
    public Fault fault() {
        return fault;
    }
}
