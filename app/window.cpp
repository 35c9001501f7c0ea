// The window: style, settings, workbench, event loop.
#include "app/window.h"

#include "app/pdf_text.h"
#include "app/version.h"
#include "core/scenario/simulate.h"
#include "ui/charts/chart_view.h"
#include "ui/text/dialog_questions.h"
#include "ui/text/paths.h"
#include "ui/views/main_window.h"

#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

namespace assay {

int runWindow(QApplication& application, const std::optional<std::filesystem::path>& project) {
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setApplicationName(QStringLiteral("assay"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QString::fromLatin1(version()));
    QGuiApplication::setDesktopFileName(QStringLiteral(ASSAY_ID));
    installChartAccessibility();
    const QPalette system = application.palette();
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("assay"), QStringLiteral("assay"));
    applyAppearance(application, static_cast<Appearance>(settings.value(QStringLiteral("appearance"), 0).toInt()),
                    system);
    DialogQuestions questions;
    Workbench bench(
        settings, questions, toPath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) / "recovery",
        [](const Model& model, const Scenario& scenario, const RunOptions& options, std::span<const RunPtr> upstream,
           std::stop_token stop) { return simulate(model, scenario, options, upstream, std::move(stop)); },
        ImportOptions{pdfText});
    MainWindow window(bench, system);
    questions.setWindow(&window);
    if (project)
        bench.session.open(*project);
    window.show();
    return QApplication::exec();
}

} // namespace assay
