// VersionBar: mentions are looked for off the GUI thread; the list is made anew after every edit.
#include "ui/views/source_viewer_versions.h"

#include "core/document/edit.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/source_text.h"
#include "ui/views/source_viewer_text.h"
#include "ui/views/tool_button.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

VersionBar::VersionBar(DocumentStore& store, Selection& selection, SourceText& text, QWidget* parent)
    : QFrame(parent),
      m_store(store),
      m_selection(selection),
      m_text(text),
      m_rows(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      m_sentence(new QLabel),
      m_place(new QLabel),
      m_previous(toolButton(this, QStringLiteral("versionPrevious"), QStringLiteral("\u2039"),
                            tr("The mention before, at its words"))),
      m_next(toolButton(this, QStringLiteral("versionNext"), QStringLiteral("\u203A"),
                        tr("The next mention, at its words"))),
      m_use(toolButton(this, QStringLiteral("versionUse"), tr("&Use these"),
                       tr("The claim stands on the selected words of this text from now on"))),
      m_keep(toolButton(this, QStringLiteral("versionKeep"), tr("&Keep old"),
                        tr("The claim stays on the words of the older text"))),
      m_other(toolButton(this, QStringLiteral("versionOther"), tr("&Older text"),
                         tr("Opens the older version, at the words of this mention"))),
      m_compare(toolButton(this, QStringLiteral("versionCompare"), tr("Co&mpare\u2026"),
                           tr("What changed between the two texts"))) {
    setObjectName(QStringLiteral("versionBar"));
    build();
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_use, &QToolButton::clicked, this, &VersionBar::use);
    connect(m_keep, &QToolButton::clicked, this, &VersionBar::keep);
    connect(m_other, &QToolButton::clicked, this, &VersionBar::showOther);
    connect(m_compare, &QToolButton::clicked, this, [this] {
        if (const auto older = olderSource())
            emit compareWanted(*older, newestVersion(m_store.document(), *older));
    });
    connect(&text, &SourceText::selectionChanged, this, &VersionBar::showLeft);
    hide();
}

void VersionBar::build() {
    m_sentence->setObjectName(QStringLiteral("versionSentence"));
    m_sentence->setWordWrap(true);
    m_place->setObjectName(QStringLiteral("versionPlace"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_sentence, m_place})
        label->setTextFormat(Qt::PlainText);
    auto* top = new QHBoxLayout;
    auto* buttons = new QHBoxLayout;
    for (QHBoxLayout* row : {top, buttons})
        row->setSpacing(smallGap);
    top->addWidget(m_sentence, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_place, m_next})
        top->addWidget(each, 0, Qt::AlignTop);
    for (QWidget* each : std::initializer_list<QWidget*>{m_use, m_keep})
        buttons->addWidget(each);
    buttons->addStretch(1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_other, m_compare})
        buttons->addWidget(each);
    m_rows->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    m_rows->setSpacing(smallGap);
    m_rows->addLayout(top, 1);
    m_rows->addLayout(buttons);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
}

const Source* VersionBar::source() const {
    const auto& shown = m_selection.now().source;
    return shown ? assay::find(m_store.document().sources, *shown) : nullptr;
}

/// The older one of the two texts that the bar is about; none: the source has no versions.
std::optional<SourceId> VersionBar::olderSource() const {
    const Source* shown = source();
    if (!shown)
        return std::nullopt;
    return newestVersion(m_store.document(), shown->id) == shown->id ? shown->replaces : shown->id;
}

const LeftMention* VersionBar::current() const { return m_current < m_left.size() ? &m_left[m_current] : nullptr; }

void VersionBar::refresh() {
    const auto older = olderSource();
    setVisible(older.has_value());
    if (!older || older == source()->id) {
        m_job.cancel();
        take({});
        return;
    }
    if (!m_left.empty() && m_left.front().newer != source()->id)
        m_left.clear();
    showState();
    m_job.request(
        Running::cancel,
        [document = m_store.document(), shown = source()->id](const std::stop_token&) {
            return leftMentions(document, shown);
        },
        [this](std::vector<LeftMention> left) { take(std::move(left)); });
}

void VersionBar::take(std::vector<LeftMention> left) {
    std::erase_if(left, [](const LeftMention& each) { return each.finding.status != FindingStatus::open; });
    const bool isShorter = left.size() < m_left.size() && !left.empty() && left.front().newer == m_left.front().newer;
    m_left = std::move(left);
    m_current = m_left.empty() ? 0 : std::min(m_current, m_left.size() - 1);
    showState();
    if (isShorter) // one was settled: on to the next
        showWords();
}

void VersionBar::showState() {
    const auto older = olderSource();
    if (!older)
        return;
    const bool isOlder = *older == source()->id;
    m_other->setText(isOlder ? tr("Show the &newer") : tr("&Older text"));
    m_other->setToolTip(isOlder ? tr("Opens the newest version")
                                : tr("Opens the older version, at the words of this mention"));
    m_other->setAccessibleName(m_other->toolTip());
    if (isOlder)
        m_sentence->setText(tr("There is a newer version of this source."));
    else if (m_left.empty())
        m_sentence->setText(tr("A newer version; the older one is kept."));
    showLeft();
}

void VersionBar::showLeft() {
    const LeftMention* left = current();
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_next, m_place, m_use, m_keep})
        each->setVisible(left != nullptr);
    m_rows->setDirection(left ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight); // little to say: one row
    if (!left)
        return;
    m_sentence->setText(leftMentionText(*left));
    m_place->setText(tr("%1 of %2").arg(m_current + 1).arg(m_left.size()));
    const auto selected = m_text.selectedRange();
    m_use->setEnabled(selected || left->found.state != AnchorState::orphan);
}

void VersionBar::step(int by) {
    if (m_left.empty())
        return;
    const std::size_t size = m_left.size();
    m_current = (m_current + (by < 0 ? size - 1 : 1)) % size;
    showLeft();
    showWords();
}

void VersionBar::showWords() {
    if (const LeftMention* left = current(); left && left->found.state != AnchorState::orphan)
        m_text.select(TextRange{left->found.start, left->found.end});
}

/// The selected words, which may be others than those found; without a selection those found.
void VersionBar::use() {
    const LeftMention* left = current();
    if (!left)
        return;
    const TextRange range = m_text.selectedRange().value_or(TextRange{left->found.start, left->found.end});
    static_cast<void>(
        m_store.apply(tr("Use the newer words"), moveMention(m_store.document(), left->claim, left->mention,
                                                             left->newer, range.start, range.end)));
}

void VersionBar::keep() {
    if (const LeftMention* left = current())
        static_cast<void>(m_store.apply(tr("Keep the older words"),
                                        decide(m_store.document(), left->finding, FindingStatus::dismissed)));
}

void VersionBar::showOther() {
    const auto older = olderSource();
    if (!older)
        return;
    if (*older == source()->id) {
        m_selection.selectSource(newestVersion(m_store.document(), *older));
    } else if (const LeftMention* left = current()) {
        const ClaimId claim = left->claim; // the list goes with the source
        const MentionId mention = left->mention;
        m_selection.selectMention(claim, mention);
        m_selection.wantWords();
    } else {
        m_selection.selectSource(*older);
    }
}

} // namespace assay

#include "moc_source_viewer_versions.cpp"
