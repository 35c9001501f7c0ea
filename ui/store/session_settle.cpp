// Session: the file was changed by somebody else, went away, is merged with another, or comes back after a crash.
#include "core/base/hash.h"
#include "core/document/merge.h"
#include "ui/store/session.h"
#include "ui/text/paths.h"

namespace assay {

QString ownerText(const LockOwner& owner) {
    return Session::tr("%1 on %2, process %3, since %4")
        .arg(owner.user, owner.host)
        .arg(owner.pid)
        .arg(QLocale().toString(owner.since, QLocale::ShortFormat));
}

void Session::fileIsOther() {
    if (m_sha256.empty()) // it had gone: what is there now is not ours to replace
        m_sha256 = sha256Hex({});
    emit changedElsewhere();
}

void Session::fileIsGone() {
    m_sha256.clear(); // saving makes it anew
    m_store.undoStack().resetClean();
    emit fileGone();
}

void Session::settleChange() {
    if (!m_path || isBusy())
        return;
    const ChangedAnswer answer = m_questions.fileChanged(name());
    if (answer == ChangedAnswer::saveAs)
        saveAs();
    else if (answer != ChangedAnswer::cancel)
        read(*m_path, [this, answer](OpenedProject theirs) { takeTheirs(answer, std::move(theirs)); });
}

void Session::takeTheirs(ChangedAnswer answer, OpenedProject theirs) {
    if (answer == ChangedAnswer::showDifferences) {
        emit differences(diff(m_store.document(), theirs.document));
        return;
    }
    if (answer == ChangedAnswer::merge) {
        if (mergeIn(m_saved, theirs.document, name()))
            know(theirs.document, theirs.sha256);
    } else {
        if (answer == ChangedAnswer::reload)
            static_cast<void>(m_store.apply(tr("Reload %1").arg(name()), Result<Document>(theirs.document)));
        know(theirs.document, theirs.sha256);
        emit settled(answer);
    }
    markSaved();
}

/// One undo step. False, and said so: the two do not go together.
bool Session::mergeIn(const Document& base, const Document& theirs, const QString& from) {
    const Result<Merged> both = merge(base, m_store.document(), theirs);
    if (!both) {
        emit failed(both.error());
        return false;
    }
    const Document before = m_store.document();
    static_cast<void>(m_store.apply(tr("Merge %1").arg(from), Result<Document>(both->document)));
    emit merged(from, diff(before, m_store.document()), static_cast<int>(both->conflicts.size()));
    return true;
}

void Session::mergeAsking() {
    if (isBusy() || !m_open)
        return;
    const std::optional<MergeFiles> files = m_questions.filesToMerge(folder());
    if (!files)
        return;
    const QString from = fromPath(files->theirs.filename());
    const auto withBase = [this, theirs = files->theirs, from](const Document& base) {
        read(theirs, [this, base, from](const OpenedProject& project) { mergeIn(base, project.document, from); });
    };
    if (files->base)
        read(*files->base, [withBase](const OpenedProject& project) { withBase(project.document); });
    else
        withBase(m_saved);
}

void Session::showRecovered(const RecoveryPoint& point, Recover how, Next shown) {
    whenNothingIsLost([this, point, how, shown = std::move(shown)] {
        std::optional<std::filesystem::path> target = how == Recover::asCopy ? std::nullopt : point.project;
        if (target && !lock(*target))
            return;
        show(point.document, target, target ? point.sha256 : std::string());
        m_store.undoStack().resetClean();
        emit fileChanged();
        shown();
        if (target)
            save();
    });
}

} // namespace assay
