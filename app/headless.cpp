// The environment of pictures: offscreen, unscaled, one style.
#include "app/headless.h"

#include <QtCore/QLocale>

namespace assay {

HeadlessApplication::HeadlessApplication() {
    if (QCoreApplication::instance()) // a test, or the window
        return;
    for (const char* name : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"})
        qunsetenv(name);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QApplication>(m_count, m_words);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QLocale::setDefault(QLocale::c());
}

HeadlessApplication::~HeadlessApplication() = default;

} // namespace assay
