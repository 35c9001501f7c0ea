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
    {"errors-linked", QT_TRANSLATE_NOOP("WarningText", "Its samples come partly from another scenario's run, so its "
                                                       "standard errors are not known.")},
    {"decoded-as", QT_TRANSLATE_NOOP("WarningText", "It is not in UTF-8 and was read as %1.")},
    {"cut-at-depth", QT_TRANSLATE_NOOP("WarningText", "What is nested deeper than %1 levels was left out.")},
    {"several-solutions", QT_TRANSLATE_NOOP("WarningText", "%1 hits the target at other values too: %2.")},
    {"band-sampled",
     QT_TRANSLATE_NOOP(
         "WarningText",
         "The ranges of %1 were met at %2 points of the intervals; the true ones may be a little wider.")},
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
