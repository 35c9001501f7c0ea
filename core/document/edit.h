// Every user edit: a pure function from a document to the next one. An edit that would break a reference is an error
// and leaves nothing half done.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// An empty project with a fresh random id.
Document newDocument(std::string title);

/// First free id "PREFIXn" or a slug of `wish`, unique among the rows.
std::string freeSourceId(const Document& document, std::string_view wish);
std::string freeClaimId(const Document& document);
std::string freeMentionId(const Document& document);
std::vector<std::string> freeMentionIds(const Document& document, std::size_t count);
std::string freeLinkId(const Document& document);
std::string freeSpeakerId(const Document& document, std::string_view wish);
std::string freeLinkTypeId(const Document& document, std::string_view wish);
std::string freeAttributeId(const Document& document, std::string_view wish);
std::string freeScenarioId(const Document& document, std::string_view wish);
std::string freeAssertionId(const Document& document);
std::string freeViewId(const Document& document, std::string_view wish);

// Add a row at the end (error idTaken), replace the row with the same id (idUnknown), remove (idUnknown, stillUsed).
Result<Document> addSource(const Document& document, Source source);
Result<Document> setSource(const Document& document,
                           Source source); ///< facts only: a changed text is refused (fieldValue)
Result<Document> removeSource(const Document& document, const SourceId& id);
Result<Document> addSpeaker(const Document& document, Speaker speaker);
Result<Document> setSpeaker(const Document& document, Speaker speaker);
Result<Document> removeSpeaker(const Document& document, const SpeakerId& id);
/// Makes one speaker of two: the second's name and aliases become aliases of the first, who takes its place wherever it
/// spoke, with the spelling that stands there. Error: idUnknown.
Result<Document> mergeSpeakers(const Document& document, const SpeakerId& kept, const SpeakerId& merged);

// Attributes: their unit, range and derivations are checked (errors of checkAttribute).
Result<Document> addAttribute(const Document& document, Attribute attribute);
Result<Document> setAttribute(const Document& document, Attribute attribute);
Result<Document> removeAttribute(const Document& document, const AttributeId& id);

/// Errors: nameEmpty, idTaken (another attribute has the title), unit*, rangeUnit, intervalReversed, and of derivations
/// that are new checkDerivation's.
Result<> checkAttribute(const Document& document, const Attribute& attribute);

/// Errors: formulaSyntax, formulaUnknown, formulaUnits, formulaCycle (it goes by its own attribute), fieldValue and
/// those of readInput for assumed values.
Result<> checkDerivation(const Document& document, const Attribute& attribute, const Derivation& derivation);

/// The name of an attribute in formulas: "gpu-hours" is "gpu_hours".
std::string derivationName(const AttributeId& id);

/// The project's own words and rule for a scale; errors of checkScale. Reset: the shipped ones again.
Result<Document> setGradeScale(const Document& document, GradeScale scale);
Result<Document> resetGradeScale(const Document& document, const GradeScaleId& id);

// Claims. A grade on the first step of a scale with a rule is refused below its number of independent originators
// (gradeUnfounded), unless the claim had it before.
Result<Document> addClaim(const Document& document, Claim claim);
Result<Document> setClaim(const Document& document, Claim claim);
/// Many at once, in one walk and with one check: all or none.
Result<Document> setClaims(const Document& document, std::vector<Claim> claims);
/// Their links and overrides go too; an input that stood on one keeps its value and names what was deleted
/// (Basis::lost).
Result<Document> removeClaims(const Document& document, const std::vector<ClaimId>& ids);

// Links. Errors: linkThere (it says what another one says), linkCircle (it would lead back to its own start).
Result<Document> addLink(const Document& document, Link link);
Result<Document> setLink(const Document& document, Link link);
Result<Document> removeLink(const Document& document, const LinkId& id);
Result<> checkLink(const Document& document, const Link& link);
std::string linkWords(const Document& document, const Link& link); ///< "c7 repeats c1"

/// Adds the analyst's own type of link or changes it. Errors: nameEmpty, idTaken.
Result<Document> setLinkType(const Document& document, OwnLinkType type);
Result<Document> removeLinkType(const Document& document, const LinkTypeId& id);

// The project's own rows of the catalogues, checked against the columns (errors of checkCatalogueRow). Inputs that
// stand on the row take over what it says, in the same edit (followRow). One that is removed leaves the shipped row of
// its id; when there is none, inputs keep their values and staleInputs names the row that is gone.
Result<Document> addCatalogueRow(const Document& document, CatalogueRow row);
Result<Document> setCatalogueRow(const Document& document, CatalogueRow row);
Result<Document> removeCatalogueRow(const Document& document, const CatalogueRowId& id);

/// A new scenario of `model`, which is copied into the document when it is not there yet. Defaults that
/// stand on rows of the project begin with what these say.
Result<Document> addScenario(const Document& document, const Model& model, Scenario scenario);
Result<Document> duplicateScenario(const Document& document, const ScenarioId& id, ScenarioId newId, std::string title);
Result<Document> renameScenario(const Document& document, const ScenarioId& id, std::string title);
Result<Document> setScenario(const Document& document, Scenario scenario);
/// Its assertions, overrides and the titles of its charts go too.
Result<Document> removeScenario(const Document& document, const ScenarioId& id);

/// Sets one input's text and basis. The text is read and its unit checked against the model (readInput's errors,
/// inputUnit).
Result<Document> setInput(const Document& document, const ScenarioId& scenario, ScenarioInput input);

/// Back to the model's default.
Result<Document> resetInput(const Document& document, const ScenarioId& scenario, const VariableId& input);

/// The claim's quantity becomes the input's text and the claim its basis (bindClaims with rule single).
Result<Document> bindClaim(const Document& document, const ScenarioId& scenario, const VariableId& input,
                           const ClaimId& claim);

/// The text must read and name an output of the scenario's model, in its unit. Errors: assertionSyntax, outputUnknown,
/// those of readInput.
Result<Document> addAssertion(const Document& document, Assertion assertion);
Result<Document> setAssertion(const Document& document, Assertion assertion);
Result<Document> removeAssertion(const Document& document, const AssertionId& id);

/// Accepts or dismisses a finding with a note, in place of an earlier decision; open: takes the decision back.
Result<Document> decide(const Document& document, const Finding& finding, FindingStatus status, std::string note = {});

/// The type of link a finding is most often turned into; none: it is about one claim.
std::optional<LinkType> suggestedLink(const Finding& finding);

/// Joins the finding's claims by links of this type, all to the first (derived-from: the first to all) unless they are
/// there, and accepts it. Error: idDangling when a claim is gone.
Result<Document> linkFinding(const Document& document, const Finding& finding, LinkType type);

/// Keeps the view under its title: one that has the same title takes what is new and keeps its id. Error: nameEmpty.
Result<Document> saveView(const Document& document, TableView view);
/// Errors: idUnknown, nameEmpty, idTaken when another view has the title.
Result<Document> renameView(const Document& document, const ViewId& id, std::string title);
Result<Document> removeView(const Document& document, const ViewId& id); ///< idUnknown

Result<Document> setProject(const Document& document, Project project);

/// The title over the picture of that name (pictureName); empty: the generated one again.
Result<Document> setChartTitle(const Document& document, const std::string& picture, std::string title);

/// The input as it stands: the scenario's own, or the model's default as an assumption. Error: inputUnknown.
Result<ScenarioInput> currentInput(const Document& document, const ScenarioId& scenario, const VariableId& input);

/// Checks every reference and id of a document: idTaken, idDangling, nameEmpty; a claim without mentions
/// (fieldMissing), numbers that are not finite (fieldValue), low > high (intervalReversed), sampleCount, scenarios that
/// feed each other (formulaCycle). place = the id of the row at fault. What a reader and every edit ends with.
Result<> checkReferences(const Document& document);

/// The same for a row that was just put into a sound document: what an edit of one claim or scenario needs, and cheap.
Result<> checkReferences(const Document& document, const Claim& claim);
Result<> checkReferences(const Document& document, const Scenario& scenario);

} // namespace assay
