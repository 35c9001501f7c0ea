// RecoveryPane: work that a process left unsaved when it ended, what differs from the file, and what to do with it.
// Hidden while there is none. Never writes over anything by itself.
#pragma once

#include "ui/store/autosave.h"
#include "ui/store/session.h"
#include "ui/views/pane.h"

#include <QtCore/QFutureWatcher>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace assay {

class RecoveryPane : public Pane {
    Q_OBJECT
public:
    /// Looks for such work at once, off the GUI thread.
    RecoveryPane(Session& session, Autosave& autosave, QWidget* parent = nullptr);
    ~RecoveryPane() override;

    bool isEmpty() const { return m_found.empty(); }
    void look();

signals:
    void shown(); ///< the list is as it is on the disk
    void differencesWanted(const std::vector<assay::Change>& changes);
    void discarded(const QString& name, const std::filesystem::path& file);

private:
    void showFound();
    QWidget* rowOf(const Recovered& found, int number);
    QWidget* buttonsOf(const Recovered& found, int number);
    void addOpeners(QHBoxLayout& layout, const Recovered& found, int number);
    void recover(const Recovered& found, const RecoveryPoint& point, Recover how);

    Session& m_session;
    Autosave& m_autosave;
    std::vector<Recovered> m_found;
    QVBoxLayout* m_rows;
    QFutureWatcher<std::vector<Recovered>> m_looking;
};

} // namespace assay
