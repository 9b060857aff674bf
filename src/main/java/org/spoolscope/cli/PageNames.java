package org.spoolscope.cli;

import java.util.Iterator;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// The names of the console's pages, for picocli: what PAGE can be.
///
/// @param faces knows them
record PageNames(Faces faces) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return faces.pages().stream().map(Faces.Page::name).iterator();
    }

    /// Makes what a command's annotations name by its class.
    record Factory(Faces faces) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == PageNames.class
                    ? type.cast(new PageNames(faces))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
