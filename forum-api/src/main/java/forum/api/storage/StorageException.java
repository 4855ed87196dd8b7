package forum.api.storage;

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

    /** Tell what kind of trouble it is. */
    public Fault fault() {
        return fault;
    }
}
