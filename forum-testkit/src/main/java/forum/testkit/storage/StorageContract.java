package forum.testkit.storage;

/**
 * State every obligation of the storage SPI as tests.
 *
 * <p>A storage is held to it by a test class that implements this interface and gives its provider. Each test has a
 * folder of its own.
 */
public interface StorageContract
        extends ThreadContract,
                MessageContract,
                OwnershipContract,
                ReadingContract,
                AttachmentContract,
                CapacityContract,
                PluginStoreContract,
                CredentialsContract,
                FeedContract,
                DurabilityContract,
                BackupContract,
                RestorationContract,
                ConcurrencyContract,
                HistoryContract {}
