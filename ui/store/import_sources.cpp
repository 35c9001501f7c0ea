// Files into a document.
#include "ui/store/import_sources.h"

#include "core/document/edit.h"

namespace assay {

Result<Document> withImported(const Document& document, const std::filesystem::path& file, const std::string& accessed,
                              const ImportOptions& options) {
    Result<Imported> imported = importFile(file, options);
    if (!imported)
        return imported.error();
    Source source = std::move(imported->source);
    if (source.title.empty())
        source.title = file.stem().string();
    if (source.accessed.empty())
        source.accessed = accessed;
    source.id = {freeSourceId(document, source.title)};
    return addSource(document, std::move(source));
}

} // namespace assay
