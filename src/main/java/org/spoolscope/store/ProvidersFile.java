package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Provider;

/// `providers.toml`: mailbox providers, by the names of their mail hosts and their domains.
public final class ProvidersFile {
    static final List<String> KEYS = List.of("name", "relays", "domains");

    private static final DataFile<Provider> FILE =
            new DataFile<>(
                    "providers.toml", "provider", KEYS, List.of(), false, ProvidersFile::provider);

    private ProvidersFile() {}

    /// The providers that are built in.
    public static List<Provider> builtIn() {
        return FILE.builtIn();
    }

    /// The providers that are built in, those of the same name replaced by the person's own, and
    /// the person's others.
    ///
    /// @param folder the configuration folder
    /// @throws ConfigException for the first mistake, with line and column
    public static List<Provider> load(Path folder) throws ConfigException, IOException {
        Map<String, Provider> byName = new LinkedHashMap<>();
        builtIn().forEach(provider -> byName.put(provider.name(), provider));
        FILE.own(folder).forEach(provider -> byName.put(provider.name(), provider));
        return List.copyOf(byName.values());
    }

    private static Provider provider(DataTable table) throws ConfigException {
        Provider provider =
                new Provider(
                        table.required("name", "Example Mail"),
                        table.texts("relays"),
                        table.texts("domains"));
        if (provider.relays().isEmpty() && provider.domains().isEmpty()) {
            throw ServersToml.mistake(
                    table.file(), table.header(), "a provider needs relays or domains");
        }
        return provider;
    }
}
