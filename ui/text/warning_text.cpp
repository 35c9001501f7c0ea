// The sentences of the warnings that runs and importers give.
#include "ui/text/warning_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace assay {
namespace {

struct Sentence {
    const char* code;
    const char* text; ///< %1.. are the warning's details
};

constexpr Sentence sentences[] = {
    {"flagged",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 of %3 samples gave no finite value and are left out of its statistics.")},
    {"correlations-changed",
     QT_TRANSLATE_NOOP("WarningText", "No inputs can have these correlations together; the nearest that some can have "
                                      "were used. The largest change: %1 with %2, from %3 to %4.")},
    {"errors-linked", QT_TRANSLATE_NOOP("WarningText", "Its samples come partly from another scenario's run, so its "
                                                       "standard errors are not known.")},
    {"decoded-as", QT_TRANSLATE_NOOP("WarningText", "It is not in UTF-8 and was read as %1.")},
    {"encoding-guessed", QT_TRANSLATE_NOOP("WarningText", "Nothing says which encoding it is in; it was read as %1, so "
                                                          "look at it, and correct it in the source's details.")},
    {"broken-utf-8", QT_TRANSLATE_NOOP("WarningText", "It is broken UTF-8: in %1 places there was no character, and "
                                                      "\uFFFD stands there now.")},
    {"pages-without-text",
     QT_TRANSLATE_NOOP("WarningText", "Pages that are pictures without text, as a scan's are: %1. "
                                      "What they say is not in the source.")},
    {"originals-full",
     QT_TRANSLATE_NOOP("WarningText", "The project holds %1 MB of originals already, so of this one it "
                                      "has the text and hash alone; keep the file.")},
    {"original-not-kept", QT_TRANSLATE_NOOP("WarningText", "The file is larger than %1 MB, so the project holds its "
                                                           "text and hash alone; keep the file.")},
    {"cut-at-depth", QT_TRANSLATE_NOOP("WarningText", "What is nested deeper than %1 levels was left out.")},
    {"several-solutions", QT_TRANSLATE_NOOP("WarningText", "%1 hits the target at other values too: %2.")},
    {"band-sampled",
     QT_TRANSLATE_NOOP(
         "WarningText",
         "The ranges of %1 were met at %2 points of the intervals; the true ones may be a little wider.")},
    {"impossible",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 of %3 samples lie above %4, which is impossible: the inputs "
                                      "contradict each other there.")},
    {"total-parameters",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 is the total of %3; %4 are active per token, and those count here.")},
    {"sparse-peak",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 is the peak of %3 with 2:4 sparsity; dense it is half, %4.")},
    {"peak-format",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 is the 8-bit peak of %3, or the 16-bit peak with sparsity; "
                                      "the dense 16-bit peak is %4. Say which is meant.")},
    {"hours-per-trillion",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 are the GPU-hours of %3 per trillion tokens, not a total.")},
    {"mistaken-magnitude",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 is a thousand or a million times away from what was published of %3, %4: "
                                      "K, M or B mistaken?")},
    {"outside-range",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 lies outside the range that this model is made for, %3 to %4: look at "
                                      "the unit and the zeros.")},
    {"fraction-in-per-cent",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 was read as per cent; if the fraction is meant, type %3%.")},
    {"fractions-in-per-cent",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 was read as per cent; if fractions are meant, type each a hundred times "
                                      "as large, 30% for 0.3.")},
    {"per-cent-as-fraction",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 looks like per cent, and a fraction up to 1 is asked for: type %2%.")},
    {"bits-or-bytes",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 is eight times or an eighth of the %4 GB/s of %3: bits for bytes?")},
    {"superchip", QT_TRANSLATE_NOOP("WarningText", "%1: a %2 superchip is two GPUs; if %3 are superchips, type %4.")},
    {"later-filing",
     QT_TRANSLATE_NOOP("WarningText", "%1: %2 was published on %3, after %4, the day this scenario stands on.")},
    {"basis-gone",
     QT_TRANSLATE_NOOP("WarningText", "%1: its basis, the catalogue row “%2”, is not there; the typed value stands.")},
    {"basis-empty",
     QT_TRANSLATE_NOOP("WarningText", "%1: its basis “%2” is an empty cell of the catalogue: not known or not offered, "
                                      "which is not zero; the typed value stands.")},
};

} // namespace

QString warningText(const Warning& warning) {
    QStringList details;
    for (const std::string& detail : warning.details)
        details.append(QString::fromStdString(detail));
    for (const Sentence& sentence : sentences) {
        if (warning.code != sentence.code)
            continue;
        QString text = QCoreApplication::translate("WarningText", sentence.text);
        for (qsizetype i = details.size(); i > 0; --i)
            text.replace(QStringLiteral("%%1").arg(i), details[i - 1]);
        return text;
    }
    return QString::fromStdString(warning.code) + (details.isEmpty() ? QString() : QStringLiteral(": "))
           + details.join(QStringLiteral(", "));
}

QString importWarningText(const std::string& warning) {
    const std::size_t colon = warning.find(':');
    if (colon == std::string::npos)
        return warningText({warning, {}});
    return warningText({warning.substr(0, colon), {warning.substr(colon + 1)}});
}

} // namespace assay
