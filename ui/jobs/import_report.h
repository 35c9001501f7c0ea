// ImportReport: what an import did, for whoever tells the user. Knows no widget.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/io/folder_files.h"

#include <QtCore/QString>

#include <string>
#include <vector>

namespace assay {

/// The new sources in the order of the files, the importers' warnings, and what went wrong.
struct ImportReport {
    struct Note {
        QString file;
        std::string warning; ///< Imported::warnings' code
    };
    /// One of the added sources that is a newer text of an older one.
    struct Version {
        SourceId source;
        int carried = 0; ///< mentions that moved over
        int left = 0;    ///< mentions that stay on the older text, to be looked at
    };
    std::vector<SourceId> added;
    std::vector<Version> versions;
    std::vector<SourceId> unchanged;  ///< sources of which a file was said to be a newer text and is the same
    std::vector<QString> duplicates;  ///< files that are in the project already and were skipped by choice
    std::vector<SkippedFile> skipped; ///< what folders held that was not read
    std::vector<Note> notes;
    std::vector<Error> errors;
};

} // namespace assay
