// ClaimFacets: a row of buttons in a scroll area, and submenus that are counted when they open.
#include "ui/views/claim_facets.h"

#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <array>

namespace assay {

namespace {

constexpr std::size_t mostValues = 24; // a menu fits a screen
constexpr int longestChip = 28;        // characters
constexpr int longestValue = 60;

constexpr std::array facetKeys{FilterKey::subject,    FilterKey::attribute, FilterKey::unit,     FilterKey::bound,
                               FilterKey::originator, FilterKey::source,    FilterKey::grade,    FilterKey::verified,
                               FilterKey::assessment, FilterKey::link,      FilterKey::scenario, FilterKey::conflict};

QString facetTitle(FilterKey key) {
    switch (key) {
    case FilterKey::subject: return ClaimFacets::tr("Subject");
    case FilterKey::attribute: return ClaimFacets::tr("Attribute");
    case FilterKey::unit: return ClaimFacets::tr("Unit");
    case FilterKey::bound: return ClaimFacets::tr("Bound");
    case FilterKey::originator: return ClaimFacets::tr("Originator");
    case FilterKey::source: return ClaimFacets::tr("Source");
    case FilterKey::grade: return ClaimFacets::tr("Grade");
    case FilterKey::verified: return ClaimFacets::tr("Verified");
    case FilterKey::assessment: return ClaimFacets::tr("Assessment");
    case FilterKey::link: return ClaimFacets::tr("Links");
    case FilterKey::scenario: return ClaimFacets::tr("Used in");
    default: return ClaimFacets::tr("Conflict");
    }
}

QString shortened(const QString& text, int most) {
    return text.size() <= most ? text : text.left(most - 1) + QStringLiteral("\u2026");
}

/// A menu takes & for a key and a tab for the place of a shortcut.
QString menuText(const QString& text) {
    return shortened(text.simplified(), longestValue).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ClaimFacets::ClaimFacets(const ClaimsModel& model, QWidget* parent)
    : QScrollArea(parent),
      m_model(model),
      m_button(toolButton(nullptr, QStringLiteral("claims.facets"), tr("Filter by"),
                          tr("Adds a value to the filter: how many of the shown claims have it"))),
      m_row(new QWidget),
      m_chips(new QHBoxLayout(m_row)) {
    setObjectName(QStringLiteral("claims.chips"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its buttons take it
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chips->setContentsMargins(smallGap, 0, smallGap, smallGap);
    m_chips->setSpacing(smallGap);
    m_chips->addStretch(1);
    setWidget(m_row);
    m_row->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    auto* menu = new QMenu(m_button);
    m_button->setMenu(menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    for (const FilterKey key : facetKeys) {
        QMenu* facet = menu->addMenu(facetTitle(key));
        facet->setObjectName(QStringLiteral("facet:") + text(filterWords[static_cast<std::size_t>(key)]));
        connect(facet, &QMenu::aboutToShow, this, [this, facet, key] { fillFacet(*facet, key); });
    }
    hide();
}

void ClaimFacets::fillFacet(QMenu& menu, FilterKey key) {
    menu.clear();
    const std::vector<FacetCount> values = m_model.facet(key);
    for (std::size_t i = 0; i < values.size() && i < mostValues; ++i) {
        QAction* action =
            menu.addAction(menuText(text(values[i].text)) + QLatin1Char('\t') + QLocale().toString(values[i].count));
        connect(action, &QAction::triggered, this, [this, key, value = values[i].text] {
            emit expressionWanted(text(withTerm(m_expression.toStdString(), filterTermText(key, value))));
        });
    }
    if (values.size() > mostValues)
        menu.addAction(tr("and %1 more: type %2: and the first letters")
                           .arg(QLocale().toString(static_cast<qlonglong>(values.size() - mostValues)),
                                text(filterWords[static_cast<std::size_t>(key)])))
            ->setEnabled(false);
    if (values.empty())
        menu.addAction(tr("No shown claim has one"))->setEnabled(false);
}

void ClaimFacets::addChip(const FilterTerm& term) {
    const QString words = QString::fromUtf8(
        m_expression.toUtf8().mid(static_cast<qsizetype>(term.start), static_cast<qsizetype>(term.end - term.start)));
    QToolButton* chip =
        toolButton(m_row, QStringLiteral("claims.chip"), shortened(words, longestChip) + QStringLiteral("  \u2715"),
                   term.fault ? errorText(*term.fault) : tr("Takes %1 out of the filter").arg(words));
    chip->setText(chip->text().replace(QLatin1Char('&'), QStringLiteral("&&")));
    chip->setProperty("refused", term.fault.has_value());
    connect(chip, &QToolButton::clicked, this,
            [this, term] { emit expressionWanted(text(withoutTerm(m_expression.toStdString(), term))); });
    m_chips->insertWidget(m_chips->count() - 1, chip);
}

/// Plain words need no chip: they stand in the field.
void ClaimFacets::showExpression(const QString& expression) {
    m_expression = expression;
    while (m_chips->count() > 1) {
        QWidget* chip = m_chips->takeAt(0)->widget();
        chip->hide();
        chip->deleteLater(); // it may be the one that was just clicked
    }
    for (const FilterTerm& term : m_model.terms())
        if (term.key != FilterKey::any)
            addChip(term);
    const bool isEmpty = m_chips->count() == 1;
    if (!isEmpty) // a new chip is shown only later: the layout does not count it yet
        setFixedHeight(m_chips->itemAt(0)->widget()->sizeHint().height() + smallGap);
    setVisible(!isEmpty);
}

} // namespace assay
