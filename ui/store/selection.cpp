// Selection: following claims to their words, and dropping what an edit removed.
#include "ui/store/selection.h"

#include <algorithm>

namespace assay {

namespace {

/// The mention to show first: one in the source on screen, else the claim's first.
const Mention* mentionToShow(const Claim& claim, const std::optional<SourceId>& source) {
    for (const Mention& mention : claim.mentions)
        if (source && mention.anchor.source == *source)
            return &mention;
    return claim.mentions.empty() ? nullptr : &claim.mentions.front();
}

bool hasMention(const Claim& claim, const MentionId& id) {
    return std::any_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& m) { return m.id == id; });
}

/// The scenario that takes the place of `id`, which is gone: the one now at its row, or the last.
std::optional<ScenarioId> neighbour(const Document& before, const Document& after, const ScenarioId& id) {
    if (after.scenarios.empty())
        return std::nullopt;
    const auto old = std::find_if(before.scenarios.begin(), before.scenarios.end(),
                                  [&](const Row<Scenario>& row) { return row->id == id; });
    const std::size_t row = static_cast<std::size_t>(old - before.scenarios.begin());
    return after.scenarios[std::min(row, after.scenarios.size() - 1)]->id;
}

Selected withoutLostClaims(Selected selected, const Document& document) {
    std::erase_if(selected.claims, [&](const ClaimId& id) { return !find(document.claims, id); });
    const Claim* current = selected.claims.empty() ? nullptr : find(document.claims, selected.claims.front());
    if (!current)
        selected.mention.reset();
    else if (!selected.mention || !hasMention(*current, *selected.mention)) {
        const Mention* shown = mentionToShow(*current, selected.source);
        selected.mention = shown ? std::optional(shown->id) : std::nullopt;
    }
    return selected;
}

} // namespace

Selection::Selection(DocumentStore& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&store, &DocumentStore::changed, this, &Selection::followDocument);
}

std::optional<ClaimId> Selection::claim() const {
    return m_now.claims.empty() ? std::nullopt : std::optional(m_now.claims.front());
}

void Selection::selectClaims(std::vector<ClaimId> claims) {
    Selected next = m_now;
    next.claims = std::move(claims);
    next.mention.reset();
    if (const Claim* current = next.claims.empty() ? nullptr : find(m_store.document().claims, next.claims.front())) {
        next.attribute = current->attribute;
        if (const Mention* shown = mentionToShow(*current, next.source)) {
            next.mention = shown->id;
            next.source = shown->anchor.source;
        }
    }
    set(std::move(next));
    if (m_now.mention)
        emit wordsWanted();
}

void Selection::selectMention(const ClaimId& claim, const MentionId& mention) {
    const Claim* found = find(m_store.document().claims, claim);
    if (!found)
        return;
    Selected next = m_now;
    if (m_now.claims.empty() || m_now.claims.front() != claim)
        next.claims = {claim};
    next.attribute = found->attribute;
    next.mention = mention;
    for (const Mention& candidate : found->mentions)
        if (candidate.id == mention)
            next.source = candidate.anchor.source;
    set(std::move(next));
    emit wordsWanted();
}

void Selection::selectSource(const std::optional<SourceId>& source) {
    Selected next = m_now;
    next.source = source;
    set(std::move(next));
}

void Selection::selectScenario(const std::optional<ScenarioId>& scenario) {
    Selected next = m_now;
    next.scenario = scenario;
    const auto modelOf = [&](const std::optional<ScenarioId>& id) {
        const Scenario* found = id ? find(m_store.document().scenarios, *id) : nullptr;
        return found ? found->model : ModelId{};
    };
    if (modelOf(scenario) != modelOf(m_now.scenario))
        next.input.reset();
    set(std::move(next));
}

void Selection::selectInput(const std::optional<VariableId>& input) {
    Selected next = m_now;
    next.input = input;
    set(std::move(next));
}

void Selection::selectAttribute(const std::optional<AttributeId>& attribute) {
    Selected next = m_now;
    next.attribute = attribute;
    set(std::move(next));
}

void Selection::wantWords() {
    const std::optional<ClaimId> current = claim();
    if (current && m_now.mention)
        selectMention(*current, *m_now.mention);
}

void Selection::set(Selected next) {
    if (next == m_now)
        return;
    const Selected before = std::exchange(m_now, std::move(next));
    emit changed(before, m_now);
}

void Selection::followDocument(const Document& before, const Document& after) {
    Selected next = m_now;
    if (next.source && !find(after.sources, *next.source))
        next.source.reset();
    if (!next.source && !after.sources.empty())
        next.source = after.sources.front()->id;
    if (next.scenario && !find(after.scenarios, *next.scenario))
        next.scenario = neighbour(before, after, *next.scenario);
    if (!next.scenario && !after.scenarios.empty())
        next.scenario = after.scenarios.front()->id;
    const Scenario* scenario = next.scenario ? find(after.scenarios, *next.scenario) : nullptr;
    const Model* model = scenario ? find(after.models, scenario->model) : nullptr;
    if (next.input && (!model || std::none_of(model->inputs.begin(), model->inputs.end(), [&](const ModelInput& input) {
            return input.id == *next.input;
        })))
        next.input.reset();
    if (next.attribute && !find(after.attributes, *next.attribute))
        next.attribute.reset();
    set(withoutLostClaims(std::move(next), after));
}

} // namespace assay
