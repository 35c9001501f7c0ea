// The environment of pictures: offscreen, unscaled, one style.
#include "app/headless.h"

#include <QtCore/QLocale>

namespace assay {
namespace {

/// Standard error belongs to our own sentences: Qt's remarks on the user's session are none of them. Fatal ones still
/// end the process.
void dropRemark(QtMsgType, const QMessageLogContext&, const QString&) {}

} // namespace

HeadlessApplication::HeadlessApplication() {
    if (QCoreApplication::instance()) // a test, or the window
        return;
    for (const char* name :
         {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"})
        qunsetenv(name);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(dropRemark);
    m_application = std::make_unique<QApplication>(m_count, m_words);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QLocale::setDefault(QLocale::c());
}

HeadlessApplication::~HeadlessApplication() = default;

} // namespace assay
