// The window's small dialogs: keyboard shortcuts, and what Assay is. Both close themselves and block nothing.
#pragma once

class QDialog;
class QMainWindow;

namespace assay {

QDialog* showShortcuts(QMainWindow& window);
QDialog* showAbout(QMainWindow& window);

} // namespace assay
