// FileGuard: signals of session and autosave to sentences and buttons.
#include "ui/views/file_guard.h"

#include "ui/models/changes_model.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/conflicts_panel.h"
#include "ui/views/differences_dialog.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/recovery_pane.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace assay {

FileGuard::FileGuard(Workbench& bench, MessageBar& messages, QWidget& window)
    : QObject(&window),
      m_bench(bench),
      m_messages(messages),
      m_window(window),
      m_recovery(new RecoveryPane(bench.session, bench.autosave)),
      m_conflicts(new ConflictsPanel(bench.store)),
      m_mark(new QLabel) {
    removeDiscarded(bench.autosave.folder());
    m_mark->setObjectName(QStringLiteral("autosaveMark"));
    m_mark->setTextFormat(Qt::PlainText);
    m_mark->hide();
    connectSession();
    connectSettled();
    connectAutosave();
    connectRecovery(*m_recovery);
    connect(m_recovery, &RecoveryPane::shown, this, &FileGuard::tellRecovery);
    connect(&bench.session, &Session::opened, m_recovery, &RecoveryPane::look);
}

QWidget* FileGuard::recovery() { return m_recovery; }

void FileGuard::lookForRecovered() { m_recovery->look(); }

void FileGuard::undo() { m_bench.store.undoStack().undo(); }

void FileGuard::connectSession() {
    Session& session = m_bench.session;
    connect(&session, &Session::changedElsewhere, this, [this] {
        m_messages.showLasting(tr("%1 was changed by someone else.").arg(m_bench.session.name()), tr("Choose\u2026"),
                               [this] { m_bench.session.settleChange(); });
    });
    connect(&session, &Session::fileGone, this, [this] {
        m_messages.showLasting(tr("%1 was deleted or moved; saving writes it anew.").arg(m_bench.session.name()),
                               tr("Save"), [this] { m_bench.session.save(); });
    });
    connect(&session, &Session::openElsewhere, this, [this](const LockOwner& owner) {
        m_messages.showLasting(
            tr("This project is open in another window (%1), so this is a copy without a file.").arg(ownerText(owner)),
            tr("Save as\u2026"), [this] { m_bench.session.saveAs(); });
    });
    connect(&session, &Session::differences, this,
            [this](const std::vector<Change>& changes) { showDifferences(m_window, changes); });
}

void FileGuard::connectSettled() {
    connect(&m_bench.session, &Session::settled, this, [this](ChangedAnswer answer) {
        if (answer == ChangedAnswer::reload)
            m_messages.showDone(tr("Reloaded %1.").arg(m_bench.session.name()), tr("Undo"), [this] { undo(); });
        else
            m_messages.showDone(
                tr("Yours is kept: the next save replaces the other version, which stays as a .bak file."));
    });
    connect(&m_bench.session, &Session::merged, this,
            [this](const QString& from, const std::vector<Change>& changes, int conflicts) {
                if (changes.empty() && conflicts == 0) {
                    m_messages.showDone(tr("%1 has nothing that is not here already.").arg(from));
                    return;
                }
                const QString open = conflicts == 0   ? QString()
                                     : conflicts == 1 ? tr("; 1 conflict is open")
                                                      : tr("; %n conflicts are open", nullptr, conflicts);
                const QString summary = summaryOf(changes);
                const QString what = summary.isEmpty() ? tr("nothing else is new") : summary;
                m_messages.showLasting(tr("Merged %1: %2%3.").arg(from, what, open), tr("Undo"), [this] { undo(); });
            });
}

void FileGuard::connectAutosave() {
    connect(&m_bench.autosave, &Autosave::failed, this, [this](const Error& error) {
        m_mark->setText(tr("\u26A0 A crash now would lose unsaved work"));
        m_mark->setToolTip(tipHtml(tr("Save to be safe. %1").arg(errorText(error))));
        m_mark->setAccessibleName(m_mark->text());
        m_mark->show();
    });
    connect(&m_bench.autosave, &Autosave::written, m_mark, &QWidget::hide);
    connect(&m_bench.session, &Session::saved, m_mark, &QWidget::hide);
    connect(&m_bench.session, &Session::opened, m_mark, &QWidget::hide);
}

void FileGuard::connectRecovery(RecoveryPane& pane) {
    connect(&pane, &RecoveryPane::differencesWanted, this,
            [this](const std::vector<Change>& changes) { showDifferences(m_window, changes); });
    connect(&pane, &RecoveryPane::discarded, this,
            [this, &pane](const QString& name, const std::filesystem::path& file) {
                m_messages.showLasting(tr("Discarded the unsaved work on %1.").arg(name), tr("Undo"),
                                       [guarded = QPointer<RecoveryPane>(&pane), file] {
                                           undiscardRecovery(file);
                                           if (guarded)
                                               guarded->look();
                                       });
            });
}

/// The start page shows it; a window that opened with a project says so.
void FileGuard::tellRecovery() {
    if (m_told || m_recovery->isEmpty() || !m_bench.session.isOpen())
        return;
    m_told = true;
    m_messages.showLasting(tr("There is more unsaved work from last time."), tr("Show\u2026"),
                           [this] { showRecovery(); });
}

void FileGuard::showRecovery() {
    auto* dialog = new QDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("recoveryDialog"));
    dialog->setWindowTitle(tr("Unsaved work from last time"));
    auto* pane = new RecoveryPane(m_bench.session, m_bench.autosave);
    connectRecovery(*pane);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("recoveryClose"));
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(&m_bench.session, &Session::opened, dialog, &QDialog::accept);
    auto* rows = new QVBoxLayout(dialog);
    rows->addWidget(pane);
    rows->addStretch(1);
    rows->addWidget(buttons);
    dialog->resize(580, 220);
    dialog->show();
}

} // namespace assay
