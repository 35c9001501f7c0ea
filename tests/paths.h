// Where the tests find the sources, the build and the program. One file knows the paths, so that no other one's object
// depends on where it was built.
#pragma once

#include <QtCore/QString>

namespace assay::test {

QString sourcePath(const QString& relative = {}); ///< of a file in the repository; its root without a name
QString buildPath();                              ///< of the build folder
QString programPath();                            ///< of `assay`; empty where only core is tested
QString cmakePath();                              ///< of the cmake that built it; empty where only core is tested

} // namespace assay::test
