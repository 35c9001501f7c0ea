// The catalogues: reference tables with a vintage per file, a source and a mark of trust per row, as a project has
// them: spans and pointers are valid as long as the Catalogs that was asked, or a copy.
#pragma once

#include "core/catalog/catalogs.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Catalog {
    std::string_view id; ///< "gpus", "fx", "prices", ...; a basis refers to rows as "gpus/h800_sxm5_80gb"
    std::string title;
    std::string vintage;
    std::string note;
    std::size_t rows = 0;
    std::size_t verified = 0; ///< rows of them that were read in the source named
    std::size_t own = 0;      ///< rows of them that are the project's
};

std::vector<Catalog> catalogs(const Catalogs& all = {});

/// Where a row comes from. `verified`: "yes" read in the source named, "secondary" in a retelling, "no" recalled.
struct RowSource {
    std::string source;
    std::string verified;
    std::string note;
    RowOrigin origin = RowOrigin::shipped;
};

/// One accelerator. Every peak is dense; none: not offered or not known.
struct GpuRow {
    std::string id;     ///< "h800_sxm5_80gb"
    std::string name;   ///< "H800 SXM5 80GB"
    std::string family; ///< "H800": the kind of GPU in units
    std::string variant;
    std::optional<double> fp64Tflops, bf16Tflops, fp8Tflops, int8Tops;
    std::optional<double> memoryGbyte, memoryGbytePerSecond, interconnectGbytePerSecond; ///< both directions added
    std::optional<double> tdpWatt, dieMm2;
    std::optional<double> priceLowUsd, priceHighUsd;
    std::string launched;
    std::vector<std::string> unverifiedFields; ///< columns of this row that were not read in a source
    RowSource origin;
};

std::span<const GpuRow> gpuRows(const Catalogs& catalogs = {});
const GpuRow* findGpu(std::string_view id, const Catalogs& catalogs = {});

/// The row of a kind of GPU ("H800"): its fastest variant by BF16 peak; nullptr when the catalogue has none.
const GpuRow* findChip(std::string_view family, const Catalogs& catalogs = {});

/// Dense 8-bit TOPS over those of the H100 SXM: "H100-equivalents" by computing, not by memory bandwidth.
std::optional<double> h100Equivalents(std::string_view family, const Catalogs& catalogs = {});

struct RevenueRow {
    std::string basis;      ///< "billing_location", "customer_headquarters", "end_market": never in one series
    std::string periodType; ///< "year", "nine_months", "quarter"
    std::string label;      ///< "FY2025Q3"
    std::string start, end;
    std::string published; ///< day of the filing it is from
    std::string region;    ///< or market: "singapore", "total", "data_center_compute"
    double millionUsd = 0;
    RowSource origin;
};

std::span<const RevenueRow> revenueRows(const Catalogs& catalogs = {});
const RevenueRow* findRevenue(std::string_view basis, std::string_view label, std::string_view region,
                              const Catalogs& catalogs = {});

/// What was published of a training run; none: not known.
struct TrainingRunRow {
    std::string name;                                        ///< "DeepSeek-V3"
    std::optional<double> activeParameters, totalParameters; ///< active: used per token
    std::optional<double> hoursPerTrillionTokens;            ///< GPU-hours; a rate, never a total
    std::optional<double> gpuHours, tokens;                  ///< of the whole run
    RowSource origin;
};

std::span<const TrainingRunRow> trainingRuns(const Catalogs& catalogs = {});

} // namespace assay
