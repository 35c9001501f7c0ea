// Typed rows of the catalogues, read once from the compiled-in tables.
#include "core/catalog/catalog.h"

#include "core/catalog/own_catalogs.h"

#include <algorithm>

namespace assay {

namespace {

/// What a row of a project does not say of itself is not verified.
RowSource originOf(const CatalogRow& row, const TableRow& found) {
    const std::string verified = row.text("verified");
    return RowSource{row.text("source"), verified.empty() ? "no" : verified, row.text("note"), found.origin};
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

std::vector<GpuRow> readGpus(const Catalogs& catalogs) {
    std::vector<GpuRow> gpus;
    for (const TableRow& found : catalogs.rows("gpus")) {
        const CatalogRow row(*found.table, *found.cells);
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
        gpu.origin = originOf(row, found);
        gpus.push_back(std::move(gpu));
    }
    return gpus;
}

std::vector<RevenueRow> readRevenue(const Catalogs& catalogs) {
    std::vector<RevenueRow> rows;
    for (const TableRow& found : catalogs.rows("revenue")) {
        const CatalogRow row(*found.table, *found.cells);
        rows.push_back(RevenueRow{row.text("basis"), row.text("period_type"), row.text("fiscal_label"),
                                  row.text("period_start_date"), row.text("period_end_date"),
                                  row.text("published_date"), row.text("region_or_market"),
                                  row.number("revenue_usd_million").value_or(0), originOf(row, found)});
    }
    return rows;
}

std::vector<TrainingRunRow> readRuns(const Catalogs& catalogs) {
    std::vector<TrainingRunRow> rows;
    for (const TableRow& found : catalogs.rows("runs")) {
        const CatalogRow row(*found.table, *found.cells);
        rows.push_back(TrainingRunRow{row.text("model"), row.number("active_parameters"),
                                      row.number("total_parameters"), row.number("gpu_hours_per_trillion_tokens"),
                                      row.number("gpu_hours"), row.number("tokens"), originOf(row, found)});
    }
    return rows;
}

} // namespace

std::vector<Catalog> catalogs(const Catalogs& all) {
    std::vector<Catalog> list;
    for (const std::string_view name : catalogNames()) {
        const CatalogTable& table = *catalogTable(name);
        Catalog catalog{name, table.title, table.vintage, table.note};
        for (const TableRow& row : all.rows(name)) {
            ++catalog.rows;
            catalog.verified += CatalogRow(*row.table, *row.cells).text("verified") == "yes" ? 1 : 0;
            catalog.own += row.origin == RowOrigin::shipped ? 0 : 1;
        }
        list.push_back(std::move(catalog));
    }
    return list;
}

std::span<const GpuRow> gpuRows(const Catalogs& catalogs) {
    return typedRows(catalogs, "gpus", &OwnCatalogs::gpus, readGpus);
}

const GpuRow* findGpu(std::string_view id, const Catalogs& catalogs) {
    for (const GpuRow& row : gpuRows(catalogs))
        if (row.id == id)
            return &row;
    return nullptr;
}

const GpuRow* findChip(std::string_view family, const Catalogs& catalogs) {
    const GpuRow* best = nullptr;
    for (const GpuRow& row : gpuRows(catalogs))
        if (row.family == family && (!best || row.bf16Tflops.value_or(0) > best->bf16Tflops.value_or(0)))
            best = &row;
    return best;
}

std::optional<double> h100Equivalents(std::string_view family, const Catalogs& catalogs) {
    const GpuRow* chip = findChip(family, catalogs);
    const GpuRow* h100 = findGpu("h100_sxm5_80gb", catalogs);
    if (!chip || !chip->int8Tops || !h100 || !h100->int8Tops)
        return std::nullopt;
    return *chip->int8Tops / *h100->int8Tops; // epoch-research/ai-chip-counts: dense 8-bit TOPS / 1979
}

std::span<const RevenueRow> revenueRows(const Catalogs& catalogs) {
    return typedRows(catalogs, "revenue", &OwnCatalogs::revenue, readRevenue);
}

std::span<const TrainingRunRow> trainingRuns(const Catalogs& catalogs) {
    return typedRows(catalogs, "runs", &OwnCatalogs::runs, readRuns);
}

const RevenueRow* findRevenue(std::string_view basis, std::string_view label, std::string_view region,
                              const Catalogs& catalogs) {
    for (const RevenueRow& row : revenueRows(catalogs))
        if (row.basis == basis && row.label == label && row.region == region)
            return &row;
    return nullptr;
}

} // namespace assay
