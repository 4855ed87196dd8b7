# Runs the server once as it will be used, so that the JVM can record what it loads. Called in the image's folder.
set -eu
FORUM_JAVA_OPTS=-XX:AOTCacheOutput=lib/app.aot bin/forum-server --version
