// Words for versions of a source: what an import did, and why a mention stayed on the older text. Knows no widget.
#pragma once

#include "core/document/new_version.h"
#include "ui/jobs/import_job.h"

#include <QtCore/QString>

namespace assay {

/// "2 sources added."; of a newer version how many mentions moved over and how many are to be looked at.
QString importText(const ImportReport& report, const Document& document);

/// "“50,000 H100” reads “10,000 H100” now: the number changed." Long quotes are cut in the middle.
QString leftMentionText(const LeftMention& left);

} // namespace assay
