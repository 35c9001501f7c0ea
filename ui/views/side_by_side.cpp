// SideBySide: which sources, which pairs, which one is current.
#include "ui/views/side_by_side.h"

#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/look.h"
#include "ui/views/mention_gutter.h"
#include "ui/views/source_marks.h"
#include "ui/views/source_text.h"
#include "ui/views/tool_button.h"
#include "ui/views/wordings_view.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

namespace {

constexpr QSize firstSize(1080, 720);

/// The first relative of the mention in another source.
std::optional<RelatedMention> partnerOf(const Document& document, const SourceId& source, const MentionId& mention) {
    const auto related = relatedMentions(document, source);
    const auto found = related.find(mention);
    if (found == related.end())
        return std::nullopt;
    for (const RelatedMention& each : found->second)
        if (each.source != source)
            return each;
    return std::nullopt;
}

} // namespace

SideBySide::SideBySide(DocumentStore& store, Selection& selection, QWidget& window)
    : QDialog(&window),
      m_store(store),
      m_selection(selection),
      m_leftText(new SourceText),
      m_rightText(new SourceText),
      m_gutter(new MentionGutter(*m_leftText, *m_rightText)),
      m_wordings(new WordingsView),
      m_leftBox(new QComboBox),
      m_rightBox(new QComboBox),
      m_place(new QLabel),
      m_previous(toolButton(this, QStringLiteral("pairPrevious"), QStringLiteral("\u2039"), tr("Previous pair ([)"))),
      m_next(toolButton(this, QStringLiteral("pairNext"), QStringLiteral("\u203A"), tr("Next pair (])"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sideBySide"));
    setWindowTitle(tr("Side by side"));
    build();
    connect(m_leftText, &SourceText::markClicked, this,
            [this](const TextMark& mark) { chooseMark(left, mark.mention); });
    connect(m_rightText, &SourceText::markClicked, this,
            [this](const TextMark& mark) { chooseMark(right, mark.mention); });
    connect(m_gutter, &MentionGutter::clicked, this, [this](std::size_t pair) { choose(pair); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(&selection, &Selection::changed, this, &SideBySide::followSelection);
    connect(&store, &DocumentStore::changed, this, [this] { showSources(); });
    for (QComboBox* box : {m_leftBox, m_rightBox})
        connect(box, &QComboBox::activated, this, [this, box](int index) {
            (box == m_leftBox ? m_left : m_right) = SourceId{box->itemData(index).toString().toStdString()};
            showSources();
        });
    resize(firstSize);
    chooseSources();
    showSources();
    followSelection();
    m_leftText->setFocus(Qt::OtherFocusReason);
}

void SideBySide::build() {
    auto* legend = new QLabel(tr("Wordings of the claim: struck out, only in the first; underlined, only here."));
    legend->setTextFormat(Qt::PlainText);
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto* below = new QWidget;
    auto* rows = new QVBoxLayout(below);
    rows->setContentsMargins(0, smallGap, 0, 0);
    rows->setSpacing(smallGap);
    rows->addWidget(legend);
    rows->addWidget(m_wordings, 1);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->addWidget(buildTexts());
    halves->addWidget(below);
    halves->setSizes({480, 160});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    all->setSpacing(smallGap);
    all->addWidget(buildTop());
    all->addWidget(halves, 1);
    const auto key = [this](Qt::Key pressed, int by) {
        auto* action = new QAction(this);
        action->setShortcut(pressed);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
    };
    key(Qt::Key_BracketLeft, -1);
    key(Qt::Key_BracketRight, 1);
}

QWidget* SideBySide::buildTop() {
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(smallGap);
    m_place->setObjectName(QStringLiteral("pairPlace"));
    m_place->setTextFormat(Qt::PlainText);
    m_leftBox->setObjectName(QStringLiteral("leftSource"));
    m_leftBox->setAccessibleName(tr("Source on the left"));
    m_rightBox->setObjectName(QStringLiteral("rightSource"));
    m_rightBox->setAccessibleName(tr("Source on the right"));
    for (QComboBox* box : {m_leftBox, m_rightBox})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_leftBox, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_place, m_next})
        row->addWidget(each);
    row->addWidget(m_rightBox, 1);
    return top;
}

QWidget* SideBySide::buildTexts() {
    m_leftText->setObjectName(QStringLiteral("leftText"));
    m_rightText->setObjectName(QStringLiteral("rightText"));
    auto* texts = new QWidget;
    auto* row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_leftText, 1);
    row->addWidget(m_gutter);
    row->addWidget(m_rightText, 1);
    return texts;
}

void SideBySide::chooseSources() {
    const Document& document = m_store.document();
    if (document.sources.empty())
        return;
    const Selected& now = m_selection.now();
    m_left = now.source.value_or(document.sources.front()->id);
    const auto partner = now.mention ? partnerOf(document, m_left, *now.mention) : std::nullopt;
    const auto closest = partner ? std::optional(partner->source) : closestSource(document, m_left);
    const auto other = std::find_if(document.sources.begin(), document.sources.end(),
                                    [&](const Row<Source>& source) { return source->id != m_left; });
    m_right = closest ? *closest : other != document.sources.end() ? (*other)->id : m_left;
}

void SideBySide::fill(QComboBox& box, const SourceId& chosen) {
    const QSignalBlocker silent(box);
    box.clear();
    for (const Row<Source>& source : m_store.document().sources)
        box.addItem(text(source->title).simplified(), text(source->id.value));
    box.setCurrentIndex(box.findData(text(chosen.value)));
}

void SideBySide::showText(SourceText& shown, const SourceId& id) {
    const Source* source = assay::find(m_store.document().sources, id);
    shown.setAccessibleName(source ? text(source->title) : QString());
    shown.setText(source ? source->text : std::string());
    if (!source)
        return;
    shown.setQuiet(source->quiet);
    shown.setMarks(marksOf(m_store.document(), id));
}

void SideBySide::showSources() {
    fill(*m_leftBox, m_left);
    fill(*m_rightBox, m_right);
    showText(*m_leftText, m_left);
    showText(*m_rightText, m_right);
    m_pairs = m_left == m_right ? std::vector<MentionPair>() : mentionPairs(m_store.document(), m_left, m_right);
    std::map<MentionId, TextRange> leftRanges, rightRanges;
    for (const TextMark& mark : m_leftText->marks())
        leftRanges[mark.mention] = TextRange{mark.start, mark.end};
    for (const TextMark& mark : m_rightText->marks())
        rightRanges[mark.mention] = TextRange{mark.start, mark.end};
    std::vector<JoinedRanges> joined;
    for (const MentionPair& pair : m_pairs)
        joined.push_back(JoinedRanges{leftRanges[pair.left], rightRanges[pair.right]});
    m_gutter->setPairs(std::move(joined));
    m_pair.reset();
    followSelection();
}

std::optional<std::size_t> SideBySide::pairWith(Side side, const MentionId& mention) const {
    const auto found = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const MentionPair& pair) {
        return (side == left ? pair.left : pair.right) == mention;
    });
    return found == m_pairs.end() ? std::nullopt : std::optional<std::size_t>(found - m_pairs.begin());
}

void SideBySide::followSelection() {
    const auto& mention = m_selection.now().mention;
    const bool isShown = m_pair && mention && (m_pairs[*m_pair].left == *mention || m_pairs[*m_pair].right == *mention);
    if (!isShown)
        m_pair = mention ? pairWith(left, *mention) : std::nullopt;
    if (!m_pair && mention)
        m_pair = pairWith(right, *mention);
    const MentionPair* pair = m_pair ? &m_pairs[*m_pair] : nullptr;
    m_leftText->setCurrent(pair ? std::optional(pair->left) : mention);
    m_rightText->setCurrent(pair ? std::optional(pair->right) : mention);
    if (pair) {
        m_leftText->showMention(pair->left);
        m_rightText->showMention(pair->right);
    }
    m_gutter->setCurrent(m_pair);
    m_place->setText(m_pairs.empty() ? tr("nothing in common")
                     : pair          ? tr("%1 of %2, %3")
                                  .arg(*m_pair + 1)
                                  .arg(m_pairs.size())
                                  .arg(pair->link ? linkTypeName(*pair->link) : tr("same claim"))
                     : m_pairs.size() == 1 ? tr("1 pair")
                                           : tr("%1 pairs").arg(m_pairs.size()));
    const auto claim = m_selection.claim();
    m_wordings->show(m_store.document(), wordingsOf(m_store.document(), claim.value_or(ClaimId{})));
}

void SideBySide::choose(std::optional<std::size_t> pair) {
    if (!pair)
        return;
    m_pair = pair;
    m_selection.selectMention(m_pairs[*pair].leftClaim, m_pairs[*pair].left);
    followSelection(); // also when the mention was current already
}

void SideBySide::chooseMark(Side side, const MentionId& mention) {
    if (const auto pair = pairWith(side, mention))
        return choose(pair);
    for (const TextMark& mark : (side == left ? m_leftText : m_rightText)->marks())
        if (mark.mention == mention)
            return m_selection.selectMention(mark.claim, mention);
}

void SideBySide::step(int by) {
    if (m_pairs.empty())
        return;
    const std::size_t size = m_pairs.size();
    choose(m_pair ? (*m_pair + (by < 0 ? size - 1 : 1)) % size : by < 0 ? size - 1 : 0);
}

} // namespace assay
