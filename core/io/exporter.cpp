// The registry of exporters.
#include "core/io/exporter.h"

#include "core/io/export_kinds.h"
#include "core/io/project_file.h"

#include <array>

namespace assay {

std::span<const Exporter> exporters() {
    static constexpr std::array all{
        Exporter{"csv", "CSV table, a row a mention", "csv", exportCsv},
        Exporter{"json", "JSON, the whole project", "json", writeProject},
        Exporter{"md", "Markdown report", "md", exportMarkdown},
        Exporter{"html", "HTML report", "html", exportHtml},
        Exporter{"bibtex", "BibTeX, the sources", "bib", exportBibtex},
        Exporter{"claimreview", "ClaimReview JSON-LD", "jsonld", exportClaimReview},
        Exporter{"annotations", "W3C Web Annotations", "jsonld", exportAnnotations},
    };
    return all;
}

} // namespace assay
