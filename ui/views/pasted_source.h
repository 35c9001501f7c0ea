// What a clipboard or a drop holds, as something to import. Fetches nothing: an address alone is no source.
#pragma once

#include "ui/jobs/import_job.h"

#include <filesystem>
#include <optional>
#include <vector>

class QMimeData;

namespace assay {

std::vector<std::filesystem::path> localFiles(const QMimeData& content);

/// A page's words with its structure where there is one, else plain text; none: neither, or an address alone.
std::optional<PastedText> pastedText(const QMimeData& content);

} // namespace assay
