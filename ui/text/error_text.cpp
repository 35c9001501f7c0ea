// The table of sentences, one a code, and the filling in of place and details.
#include "ui/text/error_text.h"

#include <QtCore/QCoreApplication>

namespace assay {
namespace {

struct Sentence {
    ErrorCode code;
    const char* text;
};

constexpr const char* context = "ErrorText";
constexpr qsizetype longestDetail = 160; ///< characters of a detail that are shown; the rest becomes an ellipsis

constexpr Sentence fileSentences[] = {
    {ErrorCode::cannotRead,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p could not be read: %1; nothing was changed, so check the path and its permissions and try again.")},
    {ErrorCode::cannotWrite,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p could not be written: %1; what was there before is untouched, so choose another place or make room.")},
    {ErrorCode::targetIsFolder,
     QT_TRANSLATE_NOOP("ErrorText", "%p is a folder, so nothing was written; give the name of a file in it.")},
    {ErrorCode::fileExists,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p exists already and was left as it is; choose another name or allow it to be replaced (--force).")},
    {ErrorCode::danglingLink,
     QT_TRANSLATE_NOOP("ErrorText",
                       "%p is a link to %1, which is not there, so nothing was written; save under another name.")},
    {ErrorCode::fileInUse,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p is open in another window (%1) and was left as it is; save under another name or close it there.")},
    {ErrorCode::changedOnDisk,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p was changed by someone else after it was opened and was left as it is; save under another name or open it again.")},
    {ErrorCode::notUtf8,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%p is not UTF-8 text (the first wrong byte is number %1); nothing was changed, so convert it to UTF-8 and try again.")},
    {ErrorCode::outOfMemory,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is not enough memory{ for %p}; nothing was changed, so close other programs or ask for fewer samples.")},
};

constexpr Sentence valueSentences[] = {
    {ErrorCode::unitUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1”{ in “%p”} is not a unit known here; nothing was changed, so type a unit such as USD, GPU, H800*h, USD/(GPU*h) or %.")},
    {ErrorCode::unitSyntax,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The unit{ “%p”} cannot be read at column %1; nothing was changed, so write it as names joined by * and /, with powers like s^2 and brackets.")},
    {ErrorCode::numberUnreadable,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1”{ (%p)} cannot be read as a number; nothing was changed, so type it like 2788000, 2.788M, $5.6M or 20%.")},
    {ErrorCode::quantityUnsure,
     QT_TRANSLATE_NOOP("ErrorText",
                       "“%1”{ (%p)} can be read as %2 or as %3, so it was not taken; type the one that is meant.")},
    {ErrorCode::inputSyntax,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The value{ of “%p”} cannot be read at column %2, where %1 is expected; nothing was changed, so type a number or a range such as 5 to 10.")},
    {ErrorCode::inputNeedsInterval,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1”{ (%p)} is a claim and not an input, so it was not taken; type the interval it stands for, for example %2.")},
    {ErrorCode::intervalReversed,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The low end %1 is above the high end %2{ (%p)}; nothing was changed, so type the smaller number first.")},
    {ErrorCode::shapeImpossible,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no %1 distribution with these numbers{ (%p)}: %2; nothing was changed, so correct them.")},
};

constexpr Sentence modelSentences[] = {
    {ErrorCode::formulaSyntax,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The formula{ at %p} cannot be read at column %2, where %1 is expected; it was not taken, so correct the formula.")},
    {ErrorCode::formulaUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The formula{ at %p} uses “%1” at column %2, which is no input, formula or function; it was not taken, so correct the name.")},
    {ErrorCode::formulaUnits,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The units{ at %p} do not fit at column %3: %1 against %2; it was not taken, so convert one of them.")},
    {ErrorCode::formulaCycle,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%1{ (%p)} need each other in a circle; nothing was computed, so give one of them a value of its own.")},
    {ErrorCode::modelInvalid,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The model{ at %p} cannot be used: %1; nothing was changed, so correct the model.")},
    {ErrorCode::modelUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no model “%1”{ (%p)}; nothing was changed, and “assay list models” lists those there are.")},
    {ErrorCode::inputUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no input “%1”{ in %p}; nothing was changed, and “assay list inputs” lists those there are.")},
    {ErrorCode::outputUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no output “%1”{ in %p}; nothing was changed, and “assay list outputs” lists those there are.")},
    {ErrorCode::inputUnit,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The input “%1”{ (%p)} is in %2, and %3 was given; nothing was changed, so convert the value or use another input.")},
    {ErrorCode::chipsMixed,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%1 and %2 are different chips and were mixed{ in %p}; nothing was computed, so use one chip or convert by a cited rate.")},
    {ErrorCode::sampleCount,
     QT_TRANSLATE_NOOP("ErrorText", "%1 samples{ for %p} cannot be drawn; nothing was computed, so ask for %2 to %3.")},
    {ErrorCode::samplesNeedMemory,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%1 samples{ of %p} need %2 MB of memory and there are %3 MB; nothing was computed, so ask for %4 samples or fewer.")},
    {ErrorCode::cancelled,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The computation{ of %p} was stopped before it ended; nothing was changed, so start it again when it is needed.")},
    {ErrorCode::rangeUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no range in which to look{ for “%p”}: the model gives it no ends and its value is one number; nothing was changed, so give it a range first.")},
    {ErrorCode::tooFewSamples,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1” leaves %2 effective samples{ of %p}, and fewer than %3 say nothing; nothing was computed, so ask for a wider value or more samples.")},
    {ErrorCode::tooManyIntervals,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%1 inputs{ of %p} are intervals without a shape, and at most %2 can be; nothing was computed, so give the others a shape, for example uniform(low, high).")},
    {ErrorCode::assertionSyntax,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The assertion{ “%p”} cannot be read at column %2, where %1 is expected; nothing was changed, so write it like P(cost < 10M USD) in 0.3..0.6.")},
    {ErrorCode::weightsZero,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "None of the claims{ for %p} has a weight above 0; nothing was changed, so give one of them a weight, or take their interval.")},
    {ErrorCode::targetOutOfReach,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "%1 is out of reach{ of %p}, which goes from %2 to %3; nothing was changed, so choose a target between.")},
};

constexpr Sentence documentSentences[] = {
    {ErrorCode::idUnknown,
     QT_TRANSLATE_NOOP("ErrorText", "There is no %1 “%2”{ (%p)}; nothing was changed, so check the name.")},
    {ErrorCode::idTaken,
     QT_TRANSLATE_NOOP("ErrorText", "There is a %1 “%2” already{ (%p)}; nothing was changed, so choose another name.")},
    {ErrorCode::idDangling,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no %1 “%2”, but %3 names it{ (%p)}; nothing was changed, so add it or correct the name.")},
    {ErrorCode::nameEmpty,
     QT_TRANSLATE_NOOP("ErrorText", "A %1 needs a name{ (%p)}; nothing was changed, so type one.")},
    {ErrorCode::stillUsed,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The %1 “%2” is still used by %3{ (%p)} and was left as it is; change that first.")},
    {ErrorCode::nothingSelected,
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is selected{ in %p}, so nothing was changed; select something first.")},
    {ErrorCode::gradeUnfounded,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1”{ of %p} needs %2 independent originators, and the claim goes back to %3; the grade was left as it is, so add a mention by another originator or choose another grade.")},
    {ErrorCode::gradeWords,
     QT_TRANSLATE_NOOP("ErrorText",
                       "These words cannot be those of the scale %1{ (%p)}: %2; the scale was left as it is.")},
    {ErrorCode::chainRepeats,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1” stands in the chain of speakers{ of %p} twice; nothing was changed, so let everyone stand there once.")},
    {ErrorCode::aliasTaken,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1”{ (%p)} is a spelling of %2 already; nothing was changed, so merge the two speakers or choose another spelling.")},
    {ErrorCode::linkThere,
     QT_TRANSLATE_NOOP("ErrorText", "The link “%1”{ (%p)} is there already; nothing was changed.")},
    {ErrorCode::linkCircle,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "With this link %1{ (%p)} would lead back to themselves in a circle; nothing was changed, so turn it round or choose another type.")},
    {ErrorCode::cellMissing,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The row{ %p} of the catalogue “%2” has no “%1”, which every row needs; nothing was changed, so fill it in.")},
    {ErrorCode::cellValue,
     QT_TRANSLATE_NOOP("ErrorText",
                       "“%2” cannot stand in the column “%1”{ of %p}; nothing was changed, and allowed is %3.")},
    {ErrorCode::tooManyRows,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A project{ (%p)} takes %2 rows of the kind %1 at most; nothing was changed, so remove some or split the project.")},
    {ErrorCode::rangeUnit,
     QT_TRANSLATE_NOOP(
         "ErrorText", "“%3” is no number in %2, the unit of %1{ (%p)}; nothing was changed, so type it in that unit.")},
};

constexpr Sentence formatSentences[] = {
    {ErrorCode::jsonSyntax,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file is broken or cut off{ at %p}, where %1 is expected; it was left as it is, so open its .bak file or another copy.")},
    {ErrorCode::jsonDuplicateKey,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The key “%1” stands twice in one object{ at %p}; the file was left as it is, so remove one of the two.")},
    {ErrorCode::jsonLimit,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file{ at %p} goes beyond the limit for %1, %2; it was left as it is, so split it or check where it comes from.")},
    {ErrorCode::notAProject,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file{ %p} is not an Assay project; it was left as it is, so open a project or import the file as a source.")},
    {ErrorCode::newerMajor,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file{ %p} has format version %1, and this program reads up to %2; it was left as it is, so open it with a newer Assay.")},
    {ErrorCode::fieldMissing,
     QT_TRANSLATE_NOOP("ErrorText", "The key “%1” is missing{ at %p}; the file was left as it is, so add the key.")},
    {ErrorCode::fieldType,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The key “%1”{ at %p} must hold %2; what was there is untouched, so correct the value.")},
    {ErrorCode::fieldValue,
     QT_TRANSLATE_NOOP("ErrorText",
                       "“%2” cannot be the value of “%1”{ at %p}; what was there is untouched, and allowed is %3.")},
    {ErrorCode::fieldUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The key “%1”{ at %p} is not known here; the file was left as it is, so remove the key or correct its spelling.")},
    {ErrorCode::mediaUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Files of the kind “%1” cannot be imported{ (%p)}; nothing was added, and “assay list importers” lists the kinds that can.")},
    {ErrorCode::importFailed,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "No text could be taken{ from %p}: %1; nothing was added, so check the file or import it as plain text.")},
    {ErrorCode::tooLarge,
     QT_TRANSLATE_NOOP(
         "ErrorText", "The file{ %p} has %1 MB, and %2 MB is the most; it was not read, so import the part you need.")},
    {ErrorCode::encodingUnfit,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The text{ of %p} is not in %1 (byte %2 does not fit); nothing was changed, so choose another encoding.")},
    {ErrorCode::originalMissing,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The original of “%1”{ (%p)} was not kept, so it cannot be read anew; nothing was changed, so import the file again.")},
};

constexpr Sentence chartSentences[] = {
    {ErrorCode::chartUnknown,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no chart “%1”{ (%p)}; nothing was drawn, and “assay list charts” lists those there are.")},
    {ErrorCode::chartEmpty,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The chart{ %p} has nothing to show because %1 is missing; nothing was drawn, so add that first.")},
    {ErrorCode::imageFormat,
     QT_TRANSLATE_NOOP(
         "ErrorText", "Charts cannot be written as “%1”{ (%p)}; nothing was written, so choose png, svg, pdf or csv.")},
    {ErrorCode::imageSize,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A picture of %1{ (%p)} cannot be drawn; nothing was written, so choose a size within %2.")},
};

constexpr Sentence usageSentences[] = {
    {ErrorCode::usageCommand,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%1” is neither a sub-command nor a file that is there; nothing was done, and “assay --help” lists the sub-commands.")},
    {ErrorCode::usageOption,
     QT_TRANSLATE_NOOP("ErrorText", "“%p” has no option %1; nothing was done, and “%p --help” lists its options.")},
    {ErrorCode::usageMissing,
     QT_TRANSLATE_NOOP("ErrorText", "“%p” needs %1; nothing was done, and “%p --help” shows how it is used.")},
    {ErrorCode::usageSurplus,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "“%p” does not know what to do with “%1”; nothing was done, and “%p --help” shows how it is used.")},
    {ErrorCode::usageValue,
     QT_TRANSLATE_NOOP("ErrorText", "“%2” cannot be used for %1{ of “%p”}; nothing was done, and allowed is %3.")},
};

template <std::size_t size>
const char* look(const Sentence (&sentences)[size], ErrorCode code) {
    for (const Sentence& sentence : sentences)
        if (sentence.code == code)
            return sentence.text;
    return nullptr;
}

/// A place or a detail may come from a hostile file: one line, no control characters, a readable length.
QString shown(const std::string& text) {
    QString result = QString::fromStdString(text).simplified();
    result.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    if (result.size() > longestDetail)
        result = result.left(longestDetail - 1) + QChar(0x2026);
    return result;
}

/// Fills in one pass, so that a detail which looks like a placeholder stays what it is.
QString filled(const QString& text, const Error& error) {
    const QString place = shown(error.place);
    const bool saysMore = !place.isEmpty() && (error.details.empty() || error.place != error.details.front());
    QString result;
    bool leftOut = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const int detail = c == u'%' ? next.digitValue() : -1;
        if (c == u'{' || c == u'}')
            leftOut = c == u'{' && !saysMore;
        else if (leftOut)
            continue;
        else if (c == u'%' && next == u'p') {
            result += place;
            ++i;
        } else if (detail > 0) {
            const auto index = static_cast<std::size_t>(detail - 1);
            result += index < error.details.size() ? shown(error.details[index]) : QStringLiteral("?");
            ++i;
        } else
            result += c;
    }
    return result;
}

} // namespace

const char* errorTemplate(ErrorCode code) {
    for (const char* text : {look(fileSentences, code), look(valueSentences, code), look(modelSentences, code),
                             look(documentSentences, code), look(formatSentences, code), look(chartSentences, code),
                             look(usageSentences, code)})
        if (text)
            return text;
    return nullptr;
}

QString errorText(const Error& error) {
    const char* text = errorTemplate(error.code);
    Q_ASSERT(text);
    return filled(text ? QCoreApplication::translate(context, text) : QStringLiteral("%p: %1."), error);
}

} // namespace assay
