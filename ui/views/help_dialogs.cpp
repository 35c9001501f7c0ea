// Shortcuts come from the menu bar itself and from the charts' own list, so that the sheet can't be out of date.
#include "ui/views/help_dialogs.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/window_actions.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("HelpDialogs", text); }

QDialog* dialog(QMainWindow& window, const char* objectName, const QString& title, QWidget* content) {
    auto* made = new QDialog(&window);
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setObjectName(QLatin1String(objectName));
    made->setWindowTitle(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("closeDialog"));
    close->setAccessibleName(tr("Close"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, made, &QDialog::close);
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(largeGap);
    layout->addWidget(content, 1);
    layout->addWidget(buttons);
    made->show();
    return made;
}

QTableWidgetItem* cell(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

QDialog* showShortcuts(QMainWindow& window) {
    const QList<ShortcutRow> rows = shortcutRows(window) + chartKeyRows();
    auto* table = new QTableWidget(static_cast<int>(rows.size()), 3);
    table->setObjectName(QStringLiteral("shortcutTable"));
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({tr("Menu"), tr("Action"), tr("Keys")});
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    int i = 0;
    for (const ShortcutRow& row : rows) {
        table->setItem(i, 0, cell(row.menu));
        table->setItem(i, 1, cell(row.text));
        table->setItem(i++, 2, cell(row.keys));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    QDialog* made = dialog(window, "shortcutsDialog", tr("Keyboard shortcuts"), table);
    made->resize(760, 640);
    return made;
}

QDialog* showAbout(QMainWindow& window) {
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(smallGap);
    const auto line = [&](const QString& text, const QFont& font) {
        auto* label = new QLabel(text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(font);
        rows->addWidget(label);
    };
    QFont big = boldFont(window.font());
    big.setPixelSize(24);
    line(tr("Assay %1").arg(QCoreApplication::applicationVersion()), big);
    line(
        tr("A workbench for checking claims about AI compute: how many GPUs, how many GPU-hours, what it cost, and where the chips went."),
        window.font());
    line(
        tr("Free software under the GNU General Public License, version 3 or later. Built with Qt %1 and Boost. Nothing leaves this machine.")
            .arg(QLatin1String(qVersion())),
        window.font());
    rows->addStretch(1);
    QDialog* made = dialog(window, "aboutDialog", tr("About Assay"), content);
    made->resize(420, 220);
    return made;
}

} // namespace assay
