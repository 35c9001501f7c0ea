// Every way in which core can say no. The comment behind a code lists its details in order; each code has exactly one
// sentence in ui/text/error_text (a test walks all codes).
#pragma once

namespace assay {

enum class ErrorCode {
    // -- base: files (place = path) ---------------------------------------------------------------------------------
    cannotRead,     ///< reason (strerror)
    cannotWrite,    ///< reason (strerror)
    targetIsFolder, ///< -
    fileExists,     ///< -
    danglingLink,   ///< the missing file it points to
    fileInUse,      ///< who has it open
    changedOnDisk,  ///< -
    notUtf8,        ///< byte offset
    outOfMemory,    ///< -

    // -- units and quantities (place = the text) --------------------------------------------------------------------
    unitUnknown,      ///< name
    unitSyntax,       ///< column
    numberUnreadable, ///< text
    quantityUnsure,   ///< text, first reading, second reading

    // -- distributions, TEXT (place = input id or text) -------------------------------------------------------------
    inputSyntax,        ///< what was expected, column
    inputNeedsInterval, ///< text, interval one could type
    intervalReversed,   ///< low, high
    shapeImpossible,    ///< shape, reason

    // -- models and formulas (place = file:line:column or model/formula id) ------------------------------------------
    formulaSyntax,     ///< what was expected, column
    formulaUnknown,    ///< name, column
    formulaUnits,      ///< "first term [its unit]", "second term [its unit]", column
    formulaCycle,      ///< the names in the cycle
    modelInvalid,      ///< reason
    modelUnknown,      ///< id
    inputUnknown,      ///< input id
    outputUnknown,     ///< output id
    inputUnit,         ///< input id, unit wanted, unit given
    chipsMixed,        ///< first chip, second chip
    sampleCount,       ///< given, least, most
    samplesNeedMemory, ///< given, megabytes needed, megabytes there are, most that fit
    cancelled,         ///< -
    rangeUnknown,      ///< -
    tooFewSamples,     ///< the claim, effective samples, least
    tooManyIntervals,  ///< how many there are, most
    assertionSyntax,   ///< what was expected, column
    weightsZero,       ///< -
    targetOutOfReach,  ///< target, least reached, most reached

    // -- documents and edits (place = id) ----------------------------------------------------------------------------
    idUnknown,       ///< kind of row, id
    idTaken,         ///< kind of row, id
    idDangling,      ///< kind of row, id, what names it
    nameEmpty,       ///< kind of row
    stillUsed,       ///< kind of row, id, what uses it
    nothingSelected, ///< -
    gradeUnfounded,  ///< the grade, originators it needs, the originators there are
    gradeWords,      ///< the scale, what is wrong with its words
    chainRepeats,    ///< the speaker who stands in the chain twice
    aliasTaken,      ///< the spelling, the speaker who has it
    linkThere,       ///< what the link says
    linkCircle,      ///< the claims in the circle
    cellMissing,     ///< the column, the catalogue
    cellValue,       ///< the column, the text, what is allowed
    tooManyRows,     ///< kind of row, most
    rangeUnit,       ///< the attribute, its unit, the text that is not in it

    // -- project files, imports, exports (place = file:line:column) --------------------------------------------------
    jsonSyntax,       ///< what was expected
    jsonDuplicateKey, ///< key
    jsonLimit,        ///< the limit's name, the limit
    notAProject,      ///< -
    newerMajor,       ///< version of the file, version read here
    fieldMissing,     ///< key
    fieldType,        ///< key, type wanted
    fieldValue,       ///< key, value, what is allowed
    fieldUnknown,     ///< key
    mediaUnknown,     ///< media type or extension
    importFailed,     ///< reason
    tooLarge,         ///< megabytes it has, most (rounded)
    encodingUnfit,    ///< encoding, byte offset of what it does not have
    originalMissing,  ///< title of the source

    // -- charts ------------------------------------------------------------------------------------------------------
    chartUnknown, ///< id
    chartEmpty,   ///< what is missing
    imageFormat,  ///< format
    imageSize,    ///< given, allowed

    // -- command line (place = "assay SUB-COMMAND") ------------------------------------------------------------------
    usageCommand, ///< word
    usageOption,  ///< option
    usageMissing, ///< what is missing
    usageSurplus, ///< argument
    usageValue,   ///< option or argument, value, what is allowed

    count ///< not a code: how many there are
};

/// True when the file system said no (exit status 3); false when the content is wrong (exit status 2).
constexpr bool isAccessError(ErrorCode code) { return code <= ErrorCode::changedOnDisk; }

} // namespace assay
