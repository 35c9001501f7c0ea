// Typed rows of the catalogues, read once from the compiled-in tables.
#include "core/catalog/catalog.h"

#include "core/catalog/table.h"

#include <algorithm>

namespace assay {

namespace {

RowSource originOf(const CatalogRow& row) {
    return RowSource{row.text("source"), row.text("verified"), row.text("note")};
}

std::vector<std::string> splitFields(const std::string& list) {
    std::vector<std::string> fields;
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(';', start), list.size());
        fields.push_back(list.substr(start, end - start));
        start = end + 1;
    }
    return fields;
}

std::vector<GpuRow> readGpus() {
    const CatalogTable& table = *catalogTable("gpus");
    std::vector<GpuRow> gpus;
    for (const auto& cells : table.rows) {
        const CatalogRow row(table, cells);
        GpuRow gpu;
        gpu.id = row.text("chip_id");
        gpu.name = row.text("chip");
        gpu.family = row.text("chip_family");
        gpu.variant = row.text("variant");
        gpu.fp64Tflops = row.number("fp64_vector_tflops");
        gpu.bf16Tflops = row.number("bf16_dense_tflops");
        gpu.fp8Tflops = row.number("fp8_dense_tflops");
        gpu.int8Tops = row.number("int8_dense_tops");
        gpu.memoryGbyte = row.number("memory_gbyte");
        gpu.memoryGbytePerSecond = row.number("memory_bandwidth_gbyte_per_s");
        gpu.interconnectGbytePerSecond = row.number("interconnect_total_gbyte_per_s");
        gpu.tdpWatt = row.number("tdp_w");
        gpu.dieMm2 = row.number("die_area_mm2");
        gpu.priceLowUsd = row.number("price_low_usd");
        gpu.priceHighUsd = row.number("price_high_usd");
        gpu.launched = row.text("launch_date");
        gpu.unverifiedFields = splitFields(row.text("unverified_fields"));
        gpu.origin = originOf(row);
        gpus.push_back(std::move(gpu));
    }
    return gpus;
}

std::vector<RevenueRow> readRevenue() {
    const CatalogTable& table = *catalogTable("revenue");
    std::vector<RevenueRow> rows;
    for (const auto& cells : table.rows) {
        const CatalogRow row(table, cells);
        rows.push_back(RevenueRow{row.text("basis"), row.text("period_type"), row.text("fiscal_label"),
                                  row.text("period_start_date"), row.text("period_end_date"),
                                  row.text("published_date"), row.text("region_or_market"),
                                  row.number("revenue_usd_million").value_or(0), originOf(row)});
    }
    return rows;
}

std::vector<TrainingRunRow> readRuns() {
    const CatalogTable& table = *catalogTable("runs");
    std::vector<TrainingRunRow> rows;
    for (const auto& cells : table.rows) {
        const CatalogRow row(table, cells);
        rows.push_back(TrainingRunRow{row.text("model"), row.number("active_parameters"),
                                      row.number("total_parameters"), row.number("gpu_hours_per_trillion_tokens"),
                                      row.number("gpu_hours"), row.number("tokens"), originOf(row)});
    }
    return rows;
}

std::size_t verifiedRows(const CatalogTable& table) {
    std::size_t count = 0;
    for (const auto& cells : table.rows)
        count += CatalogRow(table, cells).text("verified") == "yes" ? 1 : 0;
    return count;
}

} // namespace

std::vector<Catalog> catalogs() {
    std::vector<Catalog> all;
    for (const std::string_view name : catalogNames()) {
        const CatalogTable& table = *catalogTable(name);
        all.push_back(Catalog{name, table.title, table.vintage, table.note, table.rows.size(), verifiedRows(table)});
    }
    return all;
}

std::span<const GpuRow> gpuRows() {
    static const std::vector<GpuRow> rows = readGpus();
    return rows;
}

const GpuRow* findGpu(std::string_view id) {
    for (const GpuRow& row : gpuRows())
        if (row.id == id)
            return &row;
    return nullptr;
}

const GpuRow* findChip(std::string_view family) {
    const GpuRow* best = nullptr;
    for (const GpuRow& row : gpuRows())
        if (row.family == family && (!best || row.bf16Tflops.value_or(0) > best->bf16Tflops.value_or(0)))
            best = &row;
    return best;
}

std::optional<double> h100Equivalents(std::string_view family) {
    const GpuRow* chip = findChip(family);
    const GpuRow* h100 = findGpu("h100_sxm5_80gb");
    if (!chip || !chip->int8Tops || !h100 || !h100->int8Tops)
        return std::nullopt;
    return *chip->int8Tops / *h100->int8Tops; // epoch-research/ai-chip-counts: dense 8-bit TOPS / 1979
}

std::span<const RevenueRow> revenueRows() {
    static const std::vector<RevenueRow> rows = readRevenue();
    return rows;
}

std::span<const TrainingRunRow> trainingRuns() {
    static const std::vector<TrainingRunRow> rows = readRuns();
    return rows;
}

const RevenueRow* findRevenue(std::string_view basis, std::string_view label, std::string_view region) {
    for (const RevenueRow& row : revenueRows())
        if (row.basis == basis && row.label == label && row.region == region)
            return &row;
    return nullptr;
}

} // namespace assay
