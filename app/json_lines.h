// JSON Lines in, JSON Lines out: what `extract --jsonl` and `anchor --jsonl` share. Knows no sub-command.
#pragma once

#include "app/command.h"
#include "app/json.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace assay {

/// The bytes of a file, or of standard input for "-". Errors: cannotRead, notUtf8.
Result<std::string> readTextOperand(const std::string& file);

/// What a message calls it.
std::string nameOfOperand(const std::string& file);

/// Each line's object through `answer(object, "file:line")`; empty lines are skipped. Errors: those of reading, of
/// readJson, of answer, and fieldType for a line that is no object.
using AnswerLine = std::function<Result<JsonValue>(JsonObject line, const std::string& place)>;
Result<Outcome> answerLines(const std::string& file, const AnswerLine& answer);

enum class Presence { required, optional };

/// The text of a member; empty when it is optional and missing or null. Errors: fieldMissing, fieldType.
Result<std::string> textMember(JsonObject& object, std::string_view key, const std::string& place, Presence presence);

/// A whole number from 0; 0 when the member is missing or null. Error: fieldType.
Result<std::size_t> countMember(JsonObject& object, std::string_view key, const std::string& place);

} // namespace assay
