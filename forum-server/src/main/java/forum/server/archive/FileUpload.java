package forum.server.archive;

import forum.api.Name;
import forum.api.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Upload a file of an archive. */
record FileUpload(Name file, long size, FileChannel channel, Runnable report) implements Upload {

    /** Open a file, which must have that size. */
    static FileUpload open(Path path, Name file, long size, Runnable report) throws IOException {
        Line.require(
                Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS), "the file " + path.getFileName() + " is missing");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        if (channel.size() != size) {
            long found = channel.size();
            channel.close();
            throw new Line.BadLine("the file " + path.getFileName() + " has " + found + " bytes, not " + size);
        }
        return new FileUpload(file, size, channel, report);
    }

    @Override
    public int read(ByteBuffer target) throws Cut {
        report.run();
        try {
            return channel.read(target);
        } catch (IOException e) {
            throw new Cut("the file " + file + " cannot be read", e);
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
