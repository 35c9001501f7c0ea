// Result<T>: a value or an Error. Core holds no sentence for users: an Error is a code, a place and the words that go
// into the sentence; ui/text/error_text turns it into one.
#pragma once

#include "core/base/error_code.h"

#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace assay {

struct Error {
    ErrorCode code{};
    std::string place;                ///< where: a path, "file:line:column", an input's id; may be empty
    std::vector<std::string> details; ///< what goes into the sentence, in the order error_code.h gives

    Error() = default; ///< wanted by boost::system::result only
    explicit Error(ErrorCode code_, std::string place_ = {}, std::vector<std::string> details_ = {})
        : code(code_),
          place(std::move(place_)),
          details(std::move(details_)) {}
    bool operator==(const Error&) const = default;
};

/// Thrown only by .value() on an error: a programming mistake, never a user's.
struct BadResultAccess : std::logic_error {
    explicit BadResultAccess(const Error& e) : std::logic_error("value() of a failed Result: " + e.place), error(e) {}
    Error error;
};

[[noreturn]] inline void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw BadResultAccess(error);
}

/// boost::system::result is not [[nodiscard]] as a type (1.81): this one is.
template <class T = void>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
public:
    using boost::system::result<T, Error>::result;
};

} // namespace assay
