// What colours look like to eyes that lack a kind of cone, and how far two colours are apart. For tests of palettes.
#pragma once

#include <QtGui/QColor>

namespace assay::test {

enum class Vision { normal, protan, deutan, tritan, grey };

/// Linear RGB as seen. Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision
/// deficiency, IEEE TVCG 15 (2009), severity 1; grey: luminance alone.
struct LinearColor {
    double r = 0, g = 0, b = 0;
};
LinearColor seenBy(Vision vision, const QColor& color);

/// CIEDE2000: Sharma, Wu, Dalal, Color Research and Application 30 (2005), D65.
struct Lab {
    double l = 0, a = 0, b = 0;
};
Lab labOf(const LinearColor& color);
double ciede2000(const Lab& one, const Lab& other);

} // namespace assay::test
