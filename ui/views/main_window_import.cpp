// MainWindow: sources come in by menu, drop and paste, and what came of it is told.
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/warning_text.h"
#include "ui/views/import_list.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/pasted_source.h"
#include "ui/views/picture_drop.h"
#include "ui/views/source_details.h"
#include "ui/views/source_viewer_text.h"
#include "ui/views/sources_panel.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QGuiApplication>

namespace assay {

namespace {

constexpr int mostLines = 4; // of remarks in the bar; more are a list

const QString originalsKey = QStringLiteral("import/originals");

} // namespace

void MainWindow::connectImports() {
    const auto import = [this] { m_bench.imports.start(m_bench.questions.sourcesToImport({})); };
    connect(m_actions.importSource, &QAction::triggered, this, import);
    connect(m_sources, &SourcesPanel::importWanted, this, import);
    connect(m_actions.importFolder, &QAction::triggered, this, [this] {
        if (const auto folder = m_bench.questions.folderToImport({}))
            m_bench.imports.start({*folder});
    });
    connect(m_actions.newVersion, &QAction::triggered, this, &MainWindow::importNewVersion);
    connect(m_actions.pasteSource, &QAction::triggered, this, [this] {
        if (const QMimeData* content = QGuiApplication::clipboard()->mimeData()) // none: nothing was copied
            takeContent(*content);
    });
    connect(m_actions.sourceDetails, &QAction::triggered, this, &MainWindow::showSourceDetails);
    connect(m_sources, &SourcesPanel::detailsWanted, this, &MainWindow::showSourceDetails);
    m_sources->setContextActions({m_actions.sourceDetails, m_actions.importSource, m_actions.importFolder,
                                  m_actions.pasteSource, m_actions.newVersion});
    const auto setOriginals = [this](auto on) {
        m_bench.imports.setOriginals(on ? Originals::keep : Originals::leave);
    };
    m_actions.keepOriginals->setChecked(m_bench.settings.value(originalsKey, true).toBool());
    setOriginals(m_actions.keepOriginals->isChecked());
    connect(m_actions.keepOriginals, &QAction::toggled, this, [this, setOriginals](auto on) {
        m_bench.settings.setValue(originalsKey, on);
        setOriginals(on);
    });
    connect(&m_bench.imports, &ImportJob::progressed, this, [this](int number, int total, const QString& file) {
        const QString sentence = total == 1 ? tr("Reading %1\u2026").arg(file)
                                            : tr("Reading %1, file %2 of %3\u2026").arg(file).arg(number).arg(total);
        m_messages->showLasting(sentence, tr("Cancel"), [this] {
            m_bench.imports.cancel();
            tellCancelled();
        });
    });
    connect(&m_bench.imports, &ImportJob::cancelled, this, &MainWindow::tellCancelled);
    connect(&m_bench.imports, &ImportJob::finished, this, &MainWindow::showImported);
}

void MainWindow::tellCancelled() { m_messages->showDone(tr("Import cancelled; nothing was added.")); }

/// Of the source that is shown. Several files: each is the next version.
void MainWindow::importNewVersion() {
    const std::optional<SourceId> source = m_bench.selection.now().source;
    if (!source) {
        m_messages->showDone(tr("Choose the source first of which a newer version came."));
        return;
    }
    for (const std::filesystem::path& file : m_bench.questions.sourcesToImport({}))
        m_bench.imports.startVersion(file, *source);
}

void MainWindow::showSourceDetails() {
    const std::optional<SourceId> source = m_bench.selection.now().source;
    if (!source) {
        m_messages->showDone(tr("Choose the source first whose details you want to see."));
        return;
    }
    auto* details = new SourceDetails(m_bench.store, *source, m_bench.imports.options(), this);
    connect(details, &SourceDetails::versionMade, &m_bench.selection,
            [this](const SourceId& version) { m_bench.selection.selectSource(version); });
    connect(details, &SourceDetails::done, this, [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    });
    details->open();
}

/// What is pasted or dropped: files, or words copied from a page or a document.
void MainWindow::takeContent(const QMimeData& content) {
    const std::vector<std::filesystem::path> files = localFiles(content);
    if (!files.empty())
        m_bench.imports.start(files);
    else if (auto pasted = pastedText(content))
        m_bench.imports.startText(std::move(*pasted));
    else
        m_messages->showDone(tr("There is no text to make a source of: copy the words of a page or a document first."));
}

/// What went wrong comes first, then what is odd about a text: nobody should read it unawares.
void MainWindow::showImported(const ImportReport& report) {
    if (!report.added.empty())
        m_bench.selection.selectSource(report.added.back());
    const std::vector<ImportRemark> remarks = remarksOf(report);
    const QString added = importText(report, m_bench.store.document());
    if (remarks.size() > mostLines || !report.skipped.empty()) {
        const QString remark =
            remarks.size() == 1 ? tr("1 remark.") : tr("%n remarks.", nullptr, static_cast<int>(remarks.size()));
        m_messages->showLasting((added.isEmpty() ? tr("Nothing was added.") : added) + QLatin1Char(' ') + remark,
                                tr("Show them\u2026"), [this, report] { showImportList(*this, report); });
        return;
    }
    QStringList lines;
    for (const Error& error : report.errors)
        lines += errorText(error);
    for (const QString& file : report.duplicates)
        lines += tr("%1 was skipped: the project has it already, or nearly.").arg(file);
    for (const ImportReport::Note& note : report.notes)
        lines += tr("%1: %2").arg(note.file, importWarningText(note.warning));
    if (!report.errors.empty()) {
        m_messages->showError(lines.join(QLatin1Char('\n')));
        return;
    }
    if (report.added.empty()) { // nothing to undo
        lines.prepend(added);
        lines.removeAll(QString());
        m_messages->showDone(lines.join(QLatin1Char('\n')));
        return;
    }
    const auto undo = [this] { m_bench.store.undoStack().undo(); };
    if (lines.isEmpty())
        m_messages->showDone(added, tr("Undo"), undo);
    else
        m_messages->showLasting(added + QLatin1Char('\n') + lines.join(QLatin1Char('\n')), tr("Undo"), undo);
}

/// Not what is dragged inside the window: a claim that misses its input is no source.
void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const bool isOurs = event->source() != nullptr;
    if (!localFiles(*event->mimeData()).empty() || (!isOurs && pastedText(*event->mimeData())))
        event->acceptProposedAction();
}

/// A project is opened, and so is the scenario of an exported picture; anything else becomes a source of the project.
void MainWindow::dropEvent(QDropEvent* event) {
    const std::vector<std::filesystem::path> files = localFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && files.front().extension() == ".assay")
        m_bench.session.open(files.front());
    else if (files.size() == 1 && m_pictures->take(files.front()))
        return;
    else if (m_bench.session.isOpen())
        takeContent(*event->mimeData());
}

} // namespace assay
