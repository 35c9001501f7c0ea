// A tool button with words.
#include "ui/views/tool_button.h"

#include <QtWidgets/QToolButton>

namespace assay {

QToolButton* toolButton(QWidget* parent, const QString& objectName, const QString& label, const QString& toolTip) {
    auto* made = new QToolButton(parent);
    made->setObjectName(objectName);
    made->setText(label);
    made->setToolTip(toolTip);
    made->setAccessibleName(toolTip);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace assay
