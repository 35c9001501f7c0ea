// StartPage: one default button, two more, and a list.
#include "ui/views/start_page.h"

#include "ui/text/paths.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

constexpr int columnWidth = 560;

QLabel* plainLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QPushButton* button(const QString& objectName, const QString& text) {
    auto* made = new QPushButton(text);
    made->setObjectName(objectName);
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    made->setAutoDefault(true);
    made->setMinimumHeight(36);
    return made;
}

/// The folder as people write it: home is "~".
QString folderText(const std::filesystem::path& path) {
    const QString folder = fromPath(path.parent_path());
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) || folder == home ? QLatin1Char('~') + folder.mid(home.size())
                                                                        : folder;
}

} // namespace

StartPage::StartPage(RecentFiles& recent, QWidget* parent) : QWidget(parent), m_recent(recent) {
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start page"));
    auto* column = new QWidget;
    column->setFixedWidth(columnWidth);
    auto* rows = m_rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(intro());
    rows->addSpacing(3 * largeGap);
    m_recentTitle = plainLabel(tr("Recent projects"));
    m_recentTitle->setFont(boldFont(font()));
    rows->addWidget(m_recentTitle);
    rows->addSpacing(smallGap);
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(0);
    rows->addLayout(m_recentRows);
    auto* vertical = new QVBoxLayout(this);
    vertical->addStretch(2);
    vertical->addWidget(column, 0, Qt::AlignHCenter);
    vertical->addStretch(3);
    connect(&recent, &RecentFiles::changed, this, &StartPage::showRecent);
    showRecent();
}

void StartPage::setFirst(QWidget* widget) {
    auto* room = new QVBoxLayout; // takes none while the widget is hidden
    room->setContentsMargins(0, 0, 0, 3 * largeGap);
    room->addWidget(widget);
    m_rows->insertLayout(0, room);
}

QWidget* StartPage::intro() {
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(smallGap);
    auto* name = plainLabel(tr("Assay"));
    QFont big = boldFont(font());
    big.setPixelSize(34);
    name->setFont(big);
    rows->addWidget(name);
    auto* purpose = plainLabel(
        tr("Check claims about AI compute: from the words in a source, through the inputs of a model, to a chart "
           "that can be walked back to those words."));
    purpose->setWordWrap(true);
    purpose->setMinimumHeight(
        purpose->heightForWidth(columnWidth)); // a centred column is not asked for its height by width
    rows->addWidget(purpose);
    rows->addSpacing(2 * largeGap);
    m_sample = button(QStringLiteral("openSample"), tr("Open the &sample project"));
    m_sample->setDefault(true);
    m_sample->setToolTip(tr("A copy about DeepSeek's training cost and GPUs: try anything, nothing can be spoilt"));
    auto* fresh = button(QStringLiteral("newProject"), tr("&New project"));
    auto* open = button(QStringLiteral("openProject"), tr("&Open\u2026"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(largeGap);
    buttons->addWidget(m_sample, 2);
    buttons->addWidget(fresh, 1);
    buttons->addWidget(open, 1);
    rows->addLayout(buttons);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    return box;
}

void StartPage::showRecent() {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const std::vector<RecentFile> files = m_recent.list();
    m_recentTitle->setVisible(!files.empty());
    int number = 0;
    for (const RecentFile& file : files)
        m_recentRows->addWidget(recentRow(file, ++number));
}

QWidget* StartPage::recentRow(const RecentFile& file, int number) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(largeGap);
    auto* name = new ElidedLabel(file.missing ? ElidedLabel::Kind::text : ElidedLabel::Kind::link);
    name->setObjectName(QStringLiteral("recent%1").arg(number));
    name->setText(fromPath(file.path.filename()));
    name->setAccessibleName(name->text());
    auto* folder = new ElidedLabel(ElidedLabel::Kind::text);
    folder->setTone(ElidedLabel::Tone::quiet);
    folder->setText(file.missing ? tr("%1 \u2013 not there any more").arg(folderText(file.path))
                                 : folderText(file.path));
    layout->addWidget(name, 1);
    layout->addWidget(folder, 1);
    if (file.missing)
        name->setTone(ElidedLabel::Tone::quiet);
    auto* forget = new QToolButton;
    forget->setObjectName(QStringLiteral("forgetRecent%1").arg(number));
    forget->setText(QStringLiteral("\u00D7"));
    forget->setAutoRaise(true);
    forget->setToolTip(tr("Remove from this list"));
    forget->setAccessibleName(tr("Remove %1 from this list").arg(name->text()));
    layout->addWidget(forget);
    connect(name, &QAbstractButton::clicked, this, [this, path = file.path] { emit recentWanted(path); });
    connect(forget, &QToolButton::clicked, this, [this, path = file.path] { m_recent.remove(path); });
    return row;
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showRecent();
    m_sample->setFocus();
}

} // namespace assay
