// Runs the test class named by the first argument, offscreen, in a fixed locale and time zone, with DejaVu Sans.
#include "tests/test.h"

#include <cstdio>

#ifdef QT_WIDGETS_LIB
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#endif

namespace assay::test {

std::map<std::string, Factory>& registry() {
    static std::map<std::string, Factory> tests;
    return tests;
}

} // namespace assay::test

namespace {

void prepareEnvironment() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

} // namespace

int main(int argc, char** argv) {
    const auto& tests = assay::test::registry();
    const auto found = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (found == tests.end()) {
        std::fprintf(stderr, "usage: %s NAME [QtTest options], NAME one of:\n", argv[0]);
        for (const auto& [name, factory] : tests)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    prepareEnvironment();
#ifdef QT_WIDGETS_LIB
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    const int font =
        QFontDatabase::addApplicationFont(QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    if (font < 0)
        std::fprintf(stderr, "DejaVu Sans is missing: install fonts-dejavu-core (packaging/setup does)\n");
    QFont dejavu(QStringLiteral("DejaVu Sans"));
    dejavu.setPixelSize(13);
    QApplication::setFont(dejavu);
#else
    QCoreApplication application(argc, argv);
#endif
    for (int i = 1; i + 1 < argc; ++i)
        argv[i] = argv[i + 1];
    return QTest::qExec(found->second().get(), argc - 1, argv);
}
