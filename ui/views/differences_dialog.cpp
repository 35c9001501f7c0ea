// The dialog: one table, one button.
#include "ui/views/differences_dialog.h"

#include "ui/models/changes_model.h"
#include "ui/views/versions_table.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace assay {

void showDifferences(QWidget& window, const std::vector<Change>& changes) {
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("differencesDialog"));
    dialog->setWindowTitle(QCoreApplication::translate("Differences", "What the other version has"));
    auto* model = new ChangesModel(dialog);
    model->setChanges(changes);
    auto* table = versionsTable(*model, QStringLiteral("differencesTable"), dialog->windowTitle(), 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("differencesClose"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* rows = new QVBoxLayout(dialog);
    rows->addWidget(table, 1);
    rows->addWidget(buttons);
    dialog->resize(900, 420);
    dialog->show();
}

} // namespace assay
