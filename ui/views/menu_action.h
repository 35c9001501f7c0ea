// An action in a menu with its name and keys: what every list of actions is made of.
#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>

class QAction;
class QMenu;

namespace assay {

QAction* menuAction(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys = {});

/// An action whose key acts only in the widgets it is added to: nobody types an N and gets a claim.
QAction* localAction(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys = {});

} // namespace assay
