// By speaker, subject and scope; by links.
#include "core/chart/timeline_lines.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace assay {

std::vector<TimeLine> versionLines(const std::vector<TimedClaim>& claims) {
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> last;
    std::vector<TimeLine> lines;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = *claims[i].claims.front();
        const auto [before, isNew] = last.try_emplace({claims[i].origin, claim.subject, claim.scope}, i);
        if (isNew)
            continue;
        lines.push_back({before->second, i});
        before->second = i;
    }
    return lines;
}

std::vector<TimeLine> quoteLines(const std::vector<TimedClaim>& claims, const Rows<Link>& links) {
    std::unordered_map<ClaimId, std::size_t> marks; // look-ups only
    for (std::size_t i = 0; i < claims.size(); ++i)
        for (const Claim* claim : claims[i].claims)
            marks.emplace(claim->id, i);
    std::vector<TimeLine> lines;
    for (const Row<Link>& link : links) {
        const auto from = marks.find(link->from), to = marks.find(link->to);
        const bool isQuote =
            link->type == LinkType::repeats || link->type == LinkType::quotes || link->type == LinkType::corrects;
        if (!isQuote || from == marks.end() || to == marks.end())
            continue;
        const TimeLine line{from->second, to->second};
        if (claims[line.from].origin != claims[line.to].origin
            && std::find(lines.begin(), lines.end(), line) == lines.end())
            lines.push_back(line);
    }
    return lines;
}

} // namespace assay
