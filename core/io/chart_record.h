// ChartRecord: what a picture was drawn from, as the JSON that exported pictures carry, so that one can be opened again
// from the picture alone. It holds inputs and no notes, sources or samples. Knows no picture format.
#pragma once

#include "core/base/extra.h"
#include "core/base/result.h"
#include "core/chart/chart_spec.h"
#include "core/document/document.h"
#include "core/scenario/run.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct ChartRecord {
    std::string project; ///< Project::id
    std::string projectTitle;
    std::string chart;
    std::string form;
    std::optional<ScenarioId> scenario; ///< that a chart of one scenario is about
    std::uint64_t seed = 1;
    int engine = 0;                  ///< engineVersion: another one gives other samples
    std::string digest;              ///< over the runs of the scenarios (command-line contract, "digest")
    std::vector<Scenario> scenarios; ///< that the picture shows, in the project's order; without notes
    Extra extra;
    bool operator==(const ChartRecord&) const = default;
};

/// Of a chart of the document; `runs` are those it was built from.
ChartRecord chartRecord(const Document& document, const ChartSpec& spec, std::span<const RunPtr> runs);

inline constexpr std::size_t longestRecord = std::size_t{1} << 20; ///< bytes of JSON

std::string writeChartRecord(const ChartRecord& record); ///< empty when it would be longer than longestRecord

/// From a stranger's file: bounded, and nothing in it is believed. place = the file. Errors: jsonLimit, jsonSyntax,
/// jsonDuplicateKey, notUtf8, field*.
Result<ChartRecord> readChartRecord(std::string_view json, const std::string& fileName);

/// A scenario of a record as the project stands now.
enum class RecordedState { same, differs, gone };
RecordedState recordedState(const Document& document, const Scenario& recorded);

/// The document with the recorded scenario as a new one of that title; claims that are gone are no basis any more.
/// Errors: modelUnknown, inputUnknown, those of setInput and addScenario.
Result<Document> addRecordedScenario(const Document& document, const Scenario& recorded, std::string title);

} // namespace assay
