// The table of limits, gathered.
#include "core/io/limits.h"

#include "core/catalog/check_row.h"
#include "core/chart/ticks.h"
#include "core/dist/sobol.h"
#include "core/document/duplicates.h"
#include "core/io/folder_files.h"
#include "core/io/html_bounds.h"
#include "core/io/html_text.h"
#include "core/io/importer.h"
#include "core/io/json_reader.h"
#include "core/scenario/formula.h"
#include "core/scenario/simulate.h"

#include <array>

namespace assay {

std::span<const ProgramLimit> limits() {
    static const std::array table = {
        ProgramLimit{"project-size", JsonLimits{}.bytes, "bytes of a project or model file"},
        ProgramLimit{"json-depth", JsonLimits{}.depth, "lists and objects inside each other in a file"},
        ProgramLimit{"original-size", largestOriginal, "bytes of a file that is imported as a source"},
        ProgramLimit{"folder-files", mostFolderFiles, "files and folders of a folder that is imported"},
        ProgramLimit{"text-size", largestText, "bytes of a source's text"},
        ProgramLimit{"kept-original-size", largestKeptOriginal, "bytes of an original that is kept in the project"},
        ProgramLimit{"kept-originals", mostOriginals, "bytes of all kept originals together, in base64"},
        ProgramLimit{"html-elements", mostHtmlElements, "elements of an HTML page"},
        ProgramLimit{"html-attributes", mostHtmlAttributes, "attributes of one element of an HTML page"},
        ProgramLimit{"html-depth", deepestHtml,
                     "elements inside each other in an HTML page; what is deeper is left out"},
        ProgramLimit{"pdf-pages", PdfLimits{}.pages, "pages of a PDF"},
        ProgramLimit{"catalogue-rows", mostCatalogueRows, "catalogue rows of a project's own"},
        ProgramLimit{"catalogue-cell", longestCatalogueCell, "bytes of a cell of such a row"},
        ProgramLimit{"chart-ticks", mostTicks, "ticks of a chart's axis"},
        ProgramLimit{"samples", mostSamples, "samples of a scenario"},
        ProgramLimit{"streams", maxStream, "inputs with a stream of random numbers of their own"},
        ProgramLimit{"formula-length", longestFormula, "bytes of a formula"},
        ProgramLimit{"formula-depth", deepestFormula, "brackets, signs and powers inside each other in a formula"},
    };
    return table;
}

} // namespace assay
