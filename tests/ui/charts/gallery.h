// Where the pictures of tests go when somebody wants to look at them.
#pragma once

#include <QtCore/QString>

namespace assay::test {

/// A folder's path; empty: pictures are not kept.
inline QString galleryFolder() { return qEnvironmentVariable("ASSAY_CHART_GALLERY"); }

} // namespace assay::test
