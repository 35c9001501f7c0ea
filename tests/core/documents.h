// Documents for tests: one with every field set, and random ones by seed.
#pragma once

#include "core/document/document.h"

#include <cstdint>

namespace assay::test {

/// Small and sound; every field of every struct differs from its default somewhere.
Document fullDocument();

/// A sound document of `rows` claims or so: texts of every kind, numbers of every magnitude.
Document randomDocument(std::uint32_t seed, int rows);

} // namespace assay::test
