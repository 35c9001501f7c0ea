// BindDialog: a table of the claims that fit, the two ways of making one value of several, and a preview.
#include "ui/views/bind_dialog.h"

#include "core/claims/grade.h"
#include "core/units/read_quantity.h"
#include "ui/text/claim_text.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/distribution_preview.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/table_look.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

QTableWidgetItem* cell(const QString& words, Qt::ItemFlags flags) {
    auto* made = new QTableWidgetItem(words);
    made->setFlags(flags);
    made->setToolTip(tipHtml(words));
    return made;
}

const BasisTerm* termOf(const Basis& basis, const ClaimId& claim) {
    const auto found = std::find_if(basis.terms.begin(), basis.terms.end(),
                                    [&](const BasisTerm& term) { return term.claim == claim; });
    return found == basis.terms.end() ? nullptr : &*found;
}

bool holds(const std::vector<ClaimId>& claims, const ClaimId& id) {
    return std::find(claims.begin(), claims.end(), id) != claims.end();
}

QString shortGrade(const Grade& grade) {
    return grade == Grade{} ? QStringLiteral("\u2013")
                            : QString(QLatin1Char(grade.reliability)) + QLatin1Char(grade.credibility);
}

/// A number as it is typed; none: no number, or nothing typed.
std::optional<double> typedNumber(const QString& words) {
    bool isNumber = false;
    const double number = words.trimmed().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && number >= 0 ? std::optional<double>(number) : std::nullopt;
}

} // namespace

BindDialog::BindDialog(Document document, ModelInput input, const Basis& now, const std::vector<ClaimId>& preferred,
                       QWidget* parent)
    : QDialog(parent),
      m_document(std::move(document)),
      m_input(std::move(input)),
      m_claims(fittingClaims(m_document, m_input)),
      m_filter(new QLineEdit(this)),
      m_table(new QTableWidget(this)),
      m_interval(new QRadioButton(tr("&Anywhere between them, no shape"), this)),
      m_weighted(new QRadioButton(tr("&Weighted by grade and originators"), this)),
      m_how(new QLabel(this)),
      m_preview(new DistributionPreview(this)),
      m_result(new QLabel(this)) {
    build();
    m_isFilling = true;
    m_table->setRowCount(static_cast<int>(m_claims.size()));
    for (std::size_t i = 0; i < m_claims.size(); ++i)
        fillRow(static_cast<int>(i), *assay::find(m_document.claims, m_claims[i]), now,
                holds(now.claims, m_claims[i]) || holds(preferred, m_claims[i]));
    fillVoices();
    m_isFilling = false;
    (now.rule == ClaimsRule::interval ? m_interval : m_weighted)->setChecked(true);
    showResult();
}

void BindDialog::build() {
    const QString name = text(m_input.title.empty() ? m_input.id.value : m_input.title);
    setObjectName(QStringLiteral("bindDialog"));
    setWindowTitle(tr("Base %1 on claims").arg(name));
    m_filter->setObjectName(QStringLiteral("bind.filter"));
    m_filter->setAccessibleName(tr("Search the claims"));
    m_filter->setPlaceholderText(tr("Search the claims that fit\u2026"));
    m_filter->setClearButtonEnabled(true);
    buildTable();
    m_interval->setObjectName(QStringLiteral("bind.interval"));
    m_weighted->setObjectName(QStringLiteral("bind.weighted"));
    m_how->setObjectName(QStringLiteral("bind.how"));
    m_result->setObjectName(QStringLiteral("bind.result"));
    for (QLabel* label : {m_how, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_how->setFont(smallFont(font()));
    m_how->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("&Base on these"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("bind.accept"));
    m_accept->setDefault(true);
    auto* rules = new QHBoxLayout;
    rules->addWidget(m_weighted);
    rules->addWidget(m_interval);
    rules->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(smallGap);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addLayout(rules);
    column->addWidget(m_how);
    column->addWidget(m_preview);
    column->addWidget(m_result);
    column->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &BindDialog::filterBy);
    connect(m_interval, &QRadioButton::toggled, this, &BindDialog::showResult);
    connect(m_table, &QTableWidget::cellChanged, this, &BindDialog::showResult);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(960, 620);
}

void BindDialog::buildTable() {
    m_table->setObjectName(QStringLiteral("bind.table"));
    m_table->setAccessibleName(tr("Claims that fit"));
    m_table->setColumnCount(columns);
    m_table->setHorizontalHeaderLabels(
        {tr("Claim"), tr("Value"), tr("Grade"), tr("Said first by"), tr("Own weight"), tr("Share"), tr("Other end")});
    m_table->horizontalHeaderItem(weightColumn)
        ->setToolTip(tipHtml(tr("Instead of grade times originators; 0 leaves the claim out. Empty: as computed.")));
    m_table->horizontalHeaderItem(endColumn)->setToolTip(
        tipHtml(tr("A claim such as \u201cmore than $100M\u201d has one end. The other is yours to give.")));
    makeQuiet(*m_table);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    const int em = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int characters : {46, 20, 8, 20, 12, 9})
        m_table->setColumnWidth(column++, characters * em + 2 * smallGap);
}

void BindDialog::fillRow(int row, const Claim& claim, const Basis& now, bool isChecked) {
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const BasisTerm* term = termOf(now, claim.id);
    auto* name =
        cell(text(claim.id.value) + QStringLiteral(": ") + text(claim.statement), plain | Qt::ItemIsUserCheckable);
    name->setCheckState(isChecked ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, claimColumn, name);
    auto* value = cell(normalisedText(*claim.quantity), plain);
    value->setToolTip(tipHtml(text(claimSays(claim))));
    m_table->setItem(row, valueColumn, value);
    m_table->setItem(row, gradeColumn, cell(shortGrade(claim.grade), plain));
    m_table->setItem(row, voiceColumn, cell({}, plain));
    m_table->setItem(
        row, weightColumn,
        cell(term && term->weight ? text(writeNumber(*term->weight)) : QString(), plain | Qt::ItemIsEditable));
    m_table->setItem(row, shareColumn, cell({}, plain));
    const bool asks = needsOtherEnd(claim);
    m_table->setItem(row, endColumn,
                     cell(term ? text(term->end) : QString(), asks ? plain | Qt::ItemIsEditable : plain));
    if (!asks)
        m_table->item(row, endColumn)->setText(QStringLiteral("\u2013"));
}

/// Who said each first: those that count as originators.
void BindDialog::fillVoices() {
    const Evidence evidence = gatherEvidence({}, m_document.speakers, {}, m_document.claims, m_document.links);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Claim& claim = *findClaim(evidence, m_claims[static_cast<std::size_t>(row)]);
        QStringList names;
        const std::vector<ClaimWeight> weights = weighClaims(evidence, {&claim});
        for (const SpeakerId& voice : weights.front().voices)
            names << text(speakerName(evidence, voice));
        QTableWidgetItem* voices = m_table->item(row, voiceColumn);
        voices->setText(names.isEmpty() ? tr("not known") : names.join(QStringLiteral(", ")));
        voices->setToolTip(tipHtml(voices->text()));
        m_table->item(row, gradeColumn)
            ->setToolTip(tipHtml(text(assay::gradeText(m_document.gradeScales, claim.grade))));
    }
}

void BindDialog::filterBy(const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString all =
            m_table->item(row, claimColumn)->text() + QLatin1Char(' ') + m_table->item(row, valueColumn)->text();
        const bool isHit = std::all_of(wanted.begin(), wanted.end(),
                                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        const bool isChecked = m_table->item(row, claimColumn)->checkState() == Qt::Checked;
        m_table->setRowHidden(row, !isHit && !isChecked);
    }
}

std::vector<int> BindDialog::checkedRows() const {
    std::vector<int> rows;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->item(row, claimColumn)->checkState() == Qt::Checked)
            rows.push_back(row);
    return rows;
}

ClaimsChoice BindDialog::chosen() const {
    const std::vector<int> rows = checkedRows();
    ClaimsChoice choice;
    choice.rule = rows.size() == 1          ? ClaimsRule::single
                  : m_interval->isChecked() ? ClaimsRule::interval
                                            : ClaimsRule::weighted;
    for (const int row : rows) {
        BasisTerm term{.claim = m_claims[static_cast<std::size_t>(row)]};
        term.weight = typedNumber(m_table->item(row, weightColumn)->text());
        if (m_table->item(row, endColumn)->flags() & Qt::ItemIsEditable)
            term.end = m_table->item(row, endColumn)->text().trimmed().toStdString();
        choice.terms.push_back(std::move(term));
    }
    return choice;
}

void BindDialog::showResult() {
    if (m_isFilling)
        return;
    const ClaimsChoice choice = chosen();
    for (QRadioButton* rule : {m_interval, m_weighted})
        rule->setEnabled(choice.terms.size() > 1);
    const bool isWeighted = choice.rule == ClaimsRule::weighted;
    m_how->setText(
        m_claims.empty()                    ? tr("No claim has a number in %1.").arg(text(m_input.unit))
        : choice.terms.empty()              ? tr("Tick the claims that the value stands on.")
        : choice.rule == ClaimsRule::single ? tr("One claim: its own value.")
        : isWeighted ? tr("A mixture of the claims\u2019 values. Weight = grade (letter \u00d7 digit, each in fifths; "
                          "not graded: 3/5) \u00d7 originators (one who is repeated counts once, one who is not "
                          "known nothing).")
                     : tr("From the lowest to the highest that any of them allows. Results become bands."));
    const Result<TakenClaims> taken = takeClaims(m_document, m_input, choice.rule, choice.terms);
    showShares(taken ? &*taken : nullptr);
    m_accept->setEnabled(taken.has_value());
    QPalette colors = palette();
    if (!taken)
        colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_result->setPalette(colors);
    m_result->setText(taken ? reading(*taken) : choice.terms.empty() ? QString() : errorText(taken.error()));
    const Result<InputValue> value = taken ? readInput(taken->text, m_input.unit) : Result<InputValue>(taken.error());
    m_preview->showDistribution(value ? std::optional(value->distribution) : std::nullopt, taken ? taken->unit : "1");
}

QString BindDialog::reading(const TakenClaims& taken) const { return tr("Value: %1").arg(text(taken.text)); }

void BindDialog::showShares(const TakenClaims* taken) {
    m_isFilling = true;
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, shareColumn)->setText({});
    const std::vector<int> rows = checkedRows();
    for (std::size_t i = 0; taken != nullptr && i < rows.size(); ++i) {
        const TakenClaim& part = taken->parts[i];
        if (chosen().rule == ClaimsRule::weighted)
            m_table->item(rows[i], shareColumn)->setText(text(writeQuantity(100 * part.share, "%", 3)));
    }
    m_isFilling = false;
}

} // namespace assay
