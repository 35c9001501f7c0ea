// The words for each kind of basis.
#include "ui/views/basis_text.h"

#include "core/catalog/cell.h"
#include "core/scenario/catalogue_basis.h"
#include "ui/models/catalog_model.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Basis)
};

QString publisherOf(const Document& document, const Claim& claim) {
    const Source* source =
        claim.mentions.empty() ? nullptr : find(document.sources, claim.mentions.front().anchor.source);
    if (!source)
        return {};
    return text(source->publisher.empty() ? source->title : source->publisher);
}

QString statementLine(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    return claim ? text(claim->id.value) + QStringLiteral(": ") + text(claim->statement) : text(id.value);
}

BasisLine claimsLine(const Document& document, const Basis& basis) {
    BasisLine line;
    QStringList claims;
    QStringList statements;
    for (const ClaimId& id : basis.claims) {
        claims << claimLine(document, id);
        statements << statementLine(document, id);
    }
    const QString listed = claims.join(QStringLiteral("; "));
    if (claims.isEmpty())
        line.text = Words::tr("deleted claims: their value is still used");
    else if (basis.rule == ClaimsRule::interval)
        line.text = Words::tr("anywhere between claims %1").arg(listed);
    else if (basis.rule == ClaimsRule::weighted)
        line.text = Words::tr("claims, weighted: %1").arg(listed);
    else
        line.text = (claims.size() == 1 ? Words::tr("claim %1") : Words::tr("claims %1")).arg(listed);
    for (const std::string& lost : basis.lost)
        statements << Words::tr("deleted: %1").arg(text(lost));
    line.detail = statements.join(QLatin1Char('\n'));
    line.claims = basis.claims;
    return line;
}

BasisLine scenarioLine(const Document& document, const Basis& basis) {
    const std::string::size_type slash = basis.reference.find('/');
    const ScenarioId id{basis.reference.substr(0, slash)};
    const std::string output = slash == std::string::npos ? std::string() : basis.reference.substr(slash + 1);
    BasisLine line;
    line.text = Words::tr("scenario %1").arg(outputText(document, id, {output}));
    line.detail = text(basis.note);
    if (find(document.scenarios, id))
        line.scenario = id;
    return line;
}

/// A catalogue's row with what it is worth: unverified looks unverified.
BasisLine catalogueLine(const Document& document, const QString& kind, const std::string& reference,
                        const QString& note) {
    BasisLine line{kind.arg(text(reference)), note, {}, std::nullopt};
    const Catalogs catalogs(document.catalogueRows);
    const Result<CatalogEntry> row = findBasis(reference, catalogs);
    if (!row) {
        line.text += QStringLiteral(" \u2013 ") + Words::tr("not in the catalogues; its value is still used");
        return line;
    }
    line.text = kind.arg(text(row->label));
    QStringList marks;
    if (row->origin != RowOrigin::shipped)
        marks << originWord(row->origin);
    if (row->trust != Trust::verified)
        marks << trustWord(row->trust);
    if (!marks.isEmpty())
        line.text += QStringLiteral(" (") + marks.join(QStringLiteral("; ")) + QLatin1Char(')');
    QStringList detail{text(reference), Words::tr("Source: %1").arg(text(row->source)), trustHelp(row->trust)};
    if (const Result<CatalogCell> cell = findCell(reference, catalogs); cell && !cell->shipped.empty())
        detail << Words::tr("In place of the shipped row, which has %1").arg(text(cell->shipped));
    for (const QString& more : {text(row->note), note})
        if (!more.isEmpty())
            detail << more;
    line.detail = detail.join(QLatin1Char('\n'));
    return line;
}

BasisLine defaultLine(const Document& document, const ModelInput& input) {
    BasisLine line;
    if (const std::string reference = catalogueDefault(input); !reference.empty())
        return catalogueLine(document, Words::tr("the model's default: %1"), reference, text(input.source));
    const std::string& why = input.basis.empty() ? input.source : input.basis;
    line.text = why.empty() ? Words::tr("the model's default") : Words::tr("the model's default: %1").arg(text(why));
    line.detail = text(input.source);
    return line;
}

BasisLine notedLine(const QString& kind, const QString& note) {
    return {note.isEmpty() ? kind : kind + QStringLiteral(": ") + note, note, {}, std::nullopt};
}

} // namespace

QString outputText(const Document& document, const ScenarioId& id, const VariableId& output) {
    const Scenario* scenario = find(document.scenarios, id);
    const Model* model = scenario ? find(document.models, scenario->model) : nullptr;
    const Formula* formula = model ? findFormula(*model, output) : nullptr;
    return Words::tr("“%1”: %2")
        .arg(text(scenario ? scenario->title : id.value),
             text(formula && !formula->title.empty() ? formula->title : output.value));
}

QString claimLine(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    if (!claim)
        return text(id.value);
    QString line = text(id.value);
    if (claim->quantity)
        line += QStringLiteral(": ") + text(claim->quantity->text);
    const QString publisher = publisherOf(document, *claim);
    return publisher.isEmpty() ? line : line + QStringLiteral(" – ") + publisher;
}

BasisLine basisLine(const Document& document, const Scenario& scenario, const ModelInput& input) {
    const ScenarioInput* own = ownInput(scenario, input.id);
    if (!own)
        return defaultLine(document, input);
    const Basis& basis = own->basis;
    switch (basis.kind) {
    case BasisKind::claims: return claimsLine(document, basis);
    case BasisKind::scenario: return scenarioLine(document, basis);
    case BasisKind::catalogue:
        return catalogueLine(document, Words::tr("catalogue: %1"), basis.reference, text(basis.note));
    case BasisKind::assumption: break;
    }
    if (basis.note.empty())
        return {Words::tr("assumption, no reason given yet"), {}, {}, std::nullopt};
    return notedLine(Words::tr("assumption"), text(basis.note));
}

const ScenarioInput* ownInput(const Scenario& scenario, const VariableId& input) {
    const auto own = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                  [&](const ScenarioInput& candidate) { return candidate.input == input; });
    return own == scenario.inputs.end() ? nullptr : &*own;
}

Basis basisByHand(const Document& before, const ScenarioId& scenario, const VariableId& input) {
    const Scenario* found = find(before.scenarios, scenario);
    const ScenarioInput* own = found ? ownInput(*found, input) : nullptr;
    Basis basis;
    if (!own)
        return basis;
    if (own->basis.kind == BasisKind::assumption)
        return own->basis;
    QStringList origins;
    for (const ClaimId& id : own->basis.claims)
        origins << text(id.value);
    if (own->basis.kind != BasisKind::claims)
        origins << text(own->basis.reference);
    basis.note = Words::tr("set by hand; before: %1").arg(origins.join(QStringLiteral(", "))).toStdString();
    return basis;
}

} // namespace assay
