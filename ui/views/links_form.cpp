// LinksForm: one row a link. Rows are made anew only when the links of the claim or their words changed.
#include "ui/views/links_form.h"

#include "core/document/edit.h"
#include "ui/text/link_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/elided_label.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

constexpr std::size_t mostRows = 40; ///< a claim that a thousand others repeat: the table and the graph show them all

} // namespace

LinksForm::LinksForm(DocumentStore& store, Selection& selection, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_selection(selection),
      m_rows(new QVBoxLayout),
      m_none(new QLabel) {
    auto* add =
        toolButton(this, QStringLiteral("addLink"), tr("+ link"), tr("Link this claim to another one (Ctrl+Alt+L)"));
    add->setAutoRaise(true);
    connect(add, &QToolButton::clicked, this, &LinksForm::addWanted);
    auto* head = new QHBoxLayout;
    head->addWidget(fieldLabel(tr("Links"), add));
    head->addStretch();
    head->addWidget(add);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(m_rows);
    column->addWidget(m_none);
}

void LinksForm::showClaim(const ClaimId& claim) {
    Rows<Link> links;
    std::vector<QString> lines;
    std::size_t total = 0;
    for (const Row<Link>& link : m_store.document().links)
        if ((link->from == claim || link->to == claim) && ++total <= mostRows) {
            links.push_back(link);
            lines.push_back(linkLine(m_store.document(), *link, claim));
        }
    m_none->setText(total == 0         ? tr("None yet.")
                    : total > mostRows ? tr("and %1 more").arg(total - mostRows)
                                       : QString());
    m_none->setVisible(total == 0 || total > mostRows);
    if (claim == m_claim && links == m_shown && lines == m_lines)
        return;
    m_claim = claim;
    m_shown = std::move(links);
    m_lines = std::move(lines);
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the row whose own button asked
        delete item;
    }
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_rows->addWidget(makeRow(*m_shown[i], static_cast<int>(i) + 1));
}

QWidget* LinksForm::makeRow(const Link& link, int number) {
    const QString line = m_lines[static_cast<std::size_t>(number) - 1];
    auto* row = new QWidget;
    const QString place = QString::number(number);
    auto* words = new ElidedLabel(ElidedLabel::Kind::link, row); // follows the link
    words->setObjectName(QStringLiteral("followLink") + place);
    words->setText(line);
    words->setAccessibleName(line);
    auto* change = toolButton(row, QStringLiteral("changeLink") + place, QStringLiteral("\u2026"),
                              tr("Change link %1").arg(place));
    auto* gone = toolButton(row, QStringLiteral("removeLink") + place, QStringLiteral("\u00D7"),
                            tr("Remove link %1").arg(place));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    layout->addWidget(words, 1);
    for (QToolButton* button : {change, gone}) {
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    const ClaimId other = link.from == m_claim ? link.to : link.from;
    connect(words, &ElidedLabel::clicked, this, [this, other] { m_selection.selectClaims({other}); });
    connect(change, &QToolButton::clicked, this, [this, id = link.id] { emit changeWanted(id); });
    connect(gone, &QToolButton::clicked, this, [this, id = link.id] { remove(id); });
    return row;
}

void LinksForm::remove(const LinkId& link) {
    static_cast<void>(m_store.apply(tr("Remove a link"), removeLink(m_store.document(), link))); // the store tells
}

} // namespace assay
