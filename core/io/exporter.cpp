// The registry of exporters.
#include "core/io/exporter.h"

#include "core/io/export_kinds.h"
#include "core/io/project_file.h"

#include <array>

namespace assay {

std::span<const Exporter> exporters() {
    static constexpr std::array all{
        Exporter{"csv", "csv", exportCsv},
        Exporter{"json", "json", writeProject},
        Exporter{"md", "md", exportMarkdown},
        Exporter{"html", "html", exportHtml},
        Exporter{"bibtex", "bib", exportBibtex},
        Exporter{"claimreview", "jsonld", exportClaimReview},
        Exporter{"annotations", "jsonld", exportAnnotations},
    };
    return all;
}

} // namespace assay
