// RecoveryPane: for each file its name, what it holds in one line, and its buttons.
#include "ui/views/recovery_pane.h"

#include "ui/models/changes_model.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

constexpr std::size_t mostShown = 3; ///< the next comes up when one is dealt with
constexpr int textWidth = 520;       ///< px, of the start page's column without margins

QString nameOf(const Recovered& found) {
    if (!found.point)
        return fromPath(found.file.filename());
    return found.point->project ? fromPath(found.point->project->filename())
                                : text(found.point->document.project.title);
}

QString timeOf(const RecoveryPoint& point) {
    const QDateTime time = QDateTime::fromString(text(point.saved), Qt::ISODateWithMs).toLocalTime();
    return QLocale().toString(time, QLocale::ShortFormat);
}

QString unreadableText(const Recovered& found) {
    return RecoveryPane::tr("This recovery file can't be read. It is kept until you discard it: %1")
        .arg(fromPath(found.file));
}

QString contentOf(const Document& document) {
    return RecoveryPane::tr("claims: %1, sources: %2, scenarios: %3")
        .arg(document.claims.size())
        .arg(document.sources.size())
        .arg(document.scenarios.size());
}

QString factsOf(const Recovered& found) {
    const QString changes = summaryOf(found.changes);
    switch (found.base) {
    case BaseState::none: return RecoveryPane::tr("never saved: %1").arg(contentOf(found.point->document));
    case BaseState::missing: return RecoveryPane::tr("its file is not there any more");
    case BaseState::changed: return RecoveryPane::tr("someone else changed the file meanwhile; %1").arg(changes);
    case BaseState::same: break;
    }
    return changes.isEmpty() ? RecoveryPane::tr("nothing differs from the file") : changes;
}

QLabel* wrapped(const QString& sentence) {
    auto* label = new QLabel(sentence);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumHeight(label->heightForWidth(textWidth)); // a centred column is not asked for its height by width
    return label;
}

QPushButton* addButton(QHBoxLayout& layout, const char* objectName, int number, const QString& label,
                       const QString& name) {
    auto* button = new QPushButton(label);
    button->setObjectName(QLatin1String(objectName) + QString::number(number));
    button->setAccessibleName(RecoveryPane::tr("%1: %2").arg(name, label));
    layout.addWidget(button);
    return button;
}

} // namespace

RecoveryPane::RecoveryPane(Session& session, Autosave& autosave, QWidget* parent)
    : Pane(QStringLiteral("recoveryPane"), tr("Unsaved work from last time"), parent),
      m_session(session),
      m_autosave(autosave) {
    auto* content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(largeGap, 0, largeGap, largeGap);
    m_rows->setSpacing(largeGap);
    addContent(content);
    connect(&m_looking, &QFutureWatcherBase::finished, this, &RecoveryPane::showFound);
    hide();
    look();
}

RecoveryPane::~RecoveryPane() { m_looking.waitForFinished(); }

void RecoveryPane::look() {
    m_looking.setFuture(QtConcurrent::run([folder = m_autosave.folder()] { return findRecovered(folder); }));
}

void RecoveryPane::showFound() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_found = m_looking.result();
    for (std::size_t i = 0; i < std::min(m_found.size(), mostShown); ++i)
        m_rows->addWidget(rowOf(m_found[i], static_cast<int>(i) + 1));
    setCount(m_found.size() > mostShown ? tr("%1 of %2").arg(mostShown).arg(m_found.size()) : QString());
    setVisible(!m_found.empty());
    emit shown();
}

QWidget* RecoveryPane::rowOf(const Recovered& found, int number) {
    auto* row = new QWidget;
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    auto* head = new QHBoxLayout;
    auto* name = new ElidedLabel(ElidedLabel::Kind::text);
    name->setText(nameOf(found));
    name->setDetail(found.point && found.point->project ? fromPath(*found.point->project) : QString());
    head->addWidget(name, 1);
    if (found.point) {
        auto* time = new ElidedLabel(ElidedLabel::Kind::text);
        time->setTone(ElidedLabel::Tone::quiet);
        time->setText(timeOf(*found.point));
        head->addWidget(time);
    }
    layout->addLayout(head);
    QLabel* facts = wrapped(found.point ? factsOf(found) : unreadableText(found));
    if (!found.point)
        facts->setToolTip(tipHtml(errorText(found.point.error())));
    facts->setObjectName(QStringLiteral("recovered%1").arg(number));
    layout->addWidget(facts);
    layout->addSpacing(smallGap / 2);
    layout->addWidget(buttonsOf(found, number));
    return row;
}

QWidget* RecoveryPane::buttonsOf(const Recovered& found, int number) {
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    const QString name = nameOf(found);
    if (found.point)
        addOpeners(*layout, found, number);
    layout->addStretch(1);
    if (found.point && found.base != BaseState::none && !found.changes.empty())
        connect(addButton(*layout, "recoverShow", number, tr("What differs\u2026"), name), &QPushButton::clicked, this,
                [this, found] { emit differencesWanted(found.changes); });
    connect(addButton(*layout, "recoverDiscard", number, tr("Discard"), name), &QPushButton::clicked, this,
            [this, found, name] {
                discardRecovery(found.file);
                look();
                emit discarded(name, found.file);
            });
    return box;
}

void RecoveryPane::addOpeners(QHBoxLayout& layout, const Recovered& found, int number) {
    const QString name = nameOf(found);
    if (found.base == BaseState::same) {
        QPushButton* over = addButton(layout, "recoverOver", number, tr("Save over"), name);
        over->setToolTip(tr("Opens it and replaces the file; what was there stays beside it as .bak"));
        connect(over, &QPushButton::clicked, this, [this, found] { recover(found, *found.point, Recover::saveOver); });
    }
    if (found.merged) {
        QPushButton* both = addButton(layout, "recoverMerge", number, tr("Merge both"), name);
        both->setToolTip(tr("Opens this work together with what the file has now, as a copy"));
        connect(both, &QPushButton::clicked, this, [this, found] { recover(found, *found.merged, Recover::asCopy); });
    }
    QPushButton* copy =
        addButton(layout, "recoverCopy", number, found.base == BaseState::none ? tr("Open") : tr("Open as copy"), name);
    copy->setToolTip(tr("Opens it as unsaved changes; no file is touched"));
    connect(copy, &QPushButton::clicked, this, [this, found] { recover(found, *found.point, Recover::asCopy); });
}

void RecoveryPane::recover(const Recovered& found, const RecoveryPoint& point, Recover how) {
    m_session.showRecovered(point, how, [this, found] {
        m_autosave.adopt(found.file);
        look();
    });
}

} // namespace assay
