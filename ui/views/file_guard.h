// FileGuard: what the window says and offers about its file: changed by somebody else, gone, open elsewhere, not kept
// by autosave, recovered after a crash, merged with conflicts. Decides nothing by itself.
#pragma once

#include "ui/views/message_bar.h"
#include "ui/views/workbench.h"

#include <QtCore/QObject>

class QLabel;

namespace assay {

class RecoveryPane;

class FileGuard : public QObject {
    Q_OBJECT
public:
    /// The window outlives the messages' buttons.
    FileGuard(Workbench& bench, MessageBar& messages, QWidget& window);

    QWidget* conflicts() { return m_conflicts; } ///< hidden when there are none
    QLabel* mark() { return m_mark; }            ///< for the status bar: shown while autosave fails
    QWidget* recovery();                         ///< for the start page: hidden when there is nothing
    void lookForRecovered();                     ///< the files on the disk are others now

private:
    void connectSession();
    void connectSettled();
    void connectAutosave();
    void connectRecovery(RecoveryPane& pane);
    void tellRecovery();
    void showRecovery();
    void undo();

    Workbench& m_bench;
    MessageBar& m_messages;
    QWidget& m_window;
    RecoveryPane* m_recovery;
    QWidget* m_conflicts;
    QLabel* m_mark;
    bool m_told = false; ///< that there is recovered work: once is enough
};

} // namespace assay
