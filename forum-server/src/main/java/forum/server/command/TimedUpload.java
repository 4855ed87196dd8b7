package forum.server.command;

import forum.api.Name;
import forum.api.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An upload that counts how long it keeps its reader waiting. */
record TimedUpload(Upload upload, UploadTime time) implements Upload {

    @Override
    public Name file() {
        return upload.file();
    }

    @Override
    public long size() {
        return upload.size();
    }

    @Override
    public int read(ByteBuffer target) throws Cut {
        time.begin();
        try {
            return upload.read(target);
        } finally {
            time.end();
        }
    }

    @Override
    public boolean isOpen() {
        return upload.isOpen();
    }

    @Override
    public void close() throws IOException {
        upload.close();
    }
}
