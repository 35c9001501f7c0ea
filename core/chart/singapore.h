// The Singapore model at the medians of a run's inputs, in closed form. (domain: "Singapore", scenario model)
#pragma once

#include "core/chart/chart.h"

namespace assay {

/// Shares as fractions (0.22), money in US$. The letters are the model's: R, s, c, d, u, x, P.
struct SingaporePoint {
    double revenue = 0;     ///< R
    double billed = 0;      ///< s
    double compute = 0;     ///< c
    double delivered = 0;   ///< d, as a share of R
    double cleared = 0;     ///< u
    double diverted = 0;    ///< x
    double price = 0;       ///< P, revenue per GPU
    double claimedGpus = 0; ///< N; 0: nobody claimed a number
};

struct SingaporeEvidence {
    SingaporePoint middle;                ///< medians
    double billedLow = 0, billedHigh = 0; ///< P5 and P95
    double divertedLow = 0, divertedHigh = 0;
    double deliveredLow = 0, deliveredHigh = 0;
};

/// The run's inputs; none when it is not a run of that model or a value is missing or not finite.
std::optional<SingaporeEvidence> singaporeEvidence(const Run& run);

/// GPUs = R c max(0, s - d) (1 - u) x / P.
double divertedGpus(const SingaporePoint& point, double billed, double diverted);

/// x = N P / (R c (s - d) (1 - u)): the diverted share that makes `gpus`; infinite when nothing is left to divert.
double divertedShareFor(const SingaporePoint& point, double billed, double gpus);

} // namespace assay
