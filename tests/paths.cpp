// The paths, as the build defines them.
#include "tests/paths.h"

namespace assay::test {

QString sourcePath(const QString& relative) {
    const QString root = QStringLiteral(ASSAY_SOURCE_DIR);
    return relative.isEmpty() ? root : root + u'/' + relative;
}

QString buildPath() { return QStringLiteral(ASSAY_BINARY_DIR); }
QString programPath() { return QStringLiteral(ASSAY_PROGRAM); }
QString cmakePath() { return QStringLiteral(ASSAY_CMAKE); }

} // namespace assay::test
