// A window at work in a folder of its own, for tests that walk through it.
#pragma once

#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "tests/test.h"
#include "tests/ui/scripted_questions.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <filesystem>
#include <fstream>

namespace assay::test {

/// A run that is never there.
inline Result<Run> noRun(const Model&, const Scenario&, const RunOptions&, std::span<const RunPtr>, std::stop_token) {
    return Error(ErrorCode::cancelled);
}

/// Any warning fails a test, but for those of the offscreen platform on popups and tips.
inline void allowRemarksOnPopups() {
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support|.*(raise\\(\\)|grabbing the (keyboard|mouse)))")));
}

struct WindowDesk {
    explicit WindowDesk(const std::filesystem::path& folder_, Simulator simulator = noRun)
        : folder(folder_),
          settings(QString::fromStdString((folder / "s.ini").string()), QSettings::IniFormat),
          bench(settings, questions, folder / "recovery", std::move(simulator)),
          window(bench, QApplication::palette()) {
        window.resize(1280, 800);
        window.show();
        QCoreApplication::processEvents();
    }

    std::filesystem::path folder;
    QSettings settings;
    ScriptedQuestions questions;
    Workbench bench;
    MainWindow window;

    template <class T>
    T* find(const char* name) {
        return window.findChild<T*>(QLatin1String(name));
    }
    std::filesystem::path put(const char* name, const Document& document) const {
        std::ofstream(folder / name, std::ios::binary) << writeProject(document);
        return folder / name;
    }
    bool open(const std::filesystem::path& path) {
        bench.session.open(path);
        return wait();
    }
    bool wait() {
        return QTest::qWaitFor([this] { return !bench.session.isBusy(); });
    }
};

} // namespace assay::test
