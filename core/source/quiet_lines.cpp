// The phrases are those of news pages in the languages that numbers are read in.
#include "core/source/quiet_lines.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {
namespace {

using Phrase = std::string_view;

/// The whole line, in lower case.
constexpr std::array phrases{Phrase("close"),
                             Phrase("text size"),
                             Phrase("font size"),
                             Phrase("print"),
                             Phrase("share"),
                             Phrase("share this"),
                             Phrase("share this article"),
                             Phrase("share on facebook"),
                             Phrase("share on x"),
                             Phrase("share on twitter"),
                             Phrase("tweet"),
                             Phrase("email"),
                             Phrase("copy link"),
                             Phrase("save"),
                             Phrase("advertisement"),
                             Phrase("advertising"),
                             Phrase("sponsored"),
                             Phrase("skip to content"),
                             Phrase("skip to main content"),
                             Phrase("skip to navigation"),
                             Phrase("menu"),
                             Phrase("search"),
                             Phrase("sign in"),
                             Phrase("log in"),
                             Phrase("login"),
                             Phrase("sign up"),
                             Phrase("register"),
                             Phrase("subscribe"),
                             Phrase("subscribe now"),
                             Phrase("newsletter"),
                             Phrase("top"),
                             Phrase("back to top"),
                             Phrase("read more"),
                             Phrase("load more"),
                             Phrase("related articles"),
                             Phrase("related stories"),
                             Phrase("recommended"),
                             Phrase("special coverage"),
                             Phrase("most read"),
                             Phrase("most popular"),
                             Phrase("trending"),
                             Phrase("join us on social!"),
                             Phrase("follow us"),
                             Phrase("comments"),
                             Phrase("leave a comment"),
                             Phrase("accept"),
                             Phrase("accept all"),
                             Phrase("accept cookies"),
                             Phrase("accept all cookies"),
                             Phrase("reject all"),
                             Phrase("cookie settings"),
                             Phrase("cookie policy"),
                             Phrase("privacy policy"),
                             Phrase("terms of use"),
                             Phrase("terms of service"),
                             Phrase("contact us"),
                             Phrase("about us"),
                             Phrase("home"),
                             Phrase("bar_progress"),
                             Phrase("loading..."),
                             Phrase("listen to this article"),
                             Phrase("본문 바로가기"),
                             Phrase("메뉴"),
                             Phrase("검색"),
                             Phrase("닫기"),
                             Phrase("공유"),
                             Phrase("공유하기"),
                             Phrase("글자크기"),
                             Phrase("글자 크기"),
                             Phrase("글자크기 조절"),
                             Phrase("프린트"),
                             Phrase("인쇄"),
                             Phrase("댓글"),
                             Phrase("로그인"),
                             Phrase("회원가입"),
                             Phrase("광고"),
                             Phrase("구독"),
                             Phrase("맨위로"),
                             Phrase("关闭"),
                             Phrase("分享"),
                             Phrase("打印"),
                             Phrase("字号"),
                             Phrase("登录"),
                             Phrase("注册"),
                             Phrase("广告"),
                             Phrase("返回顶部"),
                             Phrase("相关阅读"),
                             Phrase("關閉"),
                             Phrase("列印"),
                             Phrase("登入"),
                             Phrase("廣告"),
                             Phrase("閉じる"),
                             Phrase("シェア"),
                             Phrase("印刷"),
                             Phrase("ログイン"),
                             Phrase("会員登録"),
                             Phrase("広告"),
                             Phrase("トップへ"),
                             Phrase("関連記事")};
/// How such a line begins, and with what else in it.
constexpr std::array beginnings{Phrase("we use cookies"),
                                Phrase("this site uses cookies"),
                                Phrase("this website uses cookies"),
                                Phrase("by continuing to browse"),
                                Phrase("today :"),
                                Phrase("today:"),
                                Phrase("copyright ©"),
                                Phrase("© ")};
constexpr std::array rights{Phrase("all rights reserved"), Phrase("무단전재"), Phrase("无断转载"), Phrase("無断転載")};
constexpr std::size_t longestLine = 240; // bytes: a notice; paragraphs are longer

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

std::string trimmedLower(std::string_view line) {
    while (!line.empty() && isSpace(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isSpace(line.back()))
        line.remove_suffix(1);
    std::string lower(line);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool isQuiet(std::string_view line) {
    if (line.size() > longestLine)
        return false;
    const std::string plain = trimmedLower(line);
    return std::find(phrases.begin(), phrases.end(), plain) != phrases.end()
           || std::any_of(beginnings.begin(), beginnings.end(), [&](Phrase each) { return plain.starts_with(each); })
           || std::any_of(rights.begin(), rights.end(),
                          [&](Phrase each) { return plain.find(each) != std::string::npos; });
}

} // namespace

std::vector<TextRange> quietLines(std::string_view utf8) {
    std::vector<TextRange> quiet;
    std::size_t start = 0; // code points
    while (!utf8.empty()) {
        const std::string_view line = utf8.substr(0, utf8.find('\n'));
        const std::size_t length = codePointCount(line);
        if (length > 0 && isQuiet(line))
            quiet.push_back(TextRange{start, start + length});
        const std::size_t behind = std::min(utf8.size(), line.size() + 1);
        start += length + (behind - line.size());
        utf8.remove_prefix(behind);
    }
    return quiet;
}

std::vector<TextRange> united(const std::vector<TextRange>& a, const std::vector<TextRange>& b, std::size_t length) {
    std::vector<TextRange> all = a;
    all.insert(all.end(), b.begin(), b.end());
    std::sort(all.begin(), all.end(), [](TextRange x, TextRange y) { return x.start < y.start; });
    std::vector<TextRange> apart;
    for (TextRange range : all) {
        range.end = std::min(range.end, length);
        if (range.start >= range.end)
            continue;
        if (!apart.empty() && range.start <= apart.back().end)
            apart.back().end = std::max(apart.back().end, range.end);
        else
            apart.push_back(range);
    }
    return apart;
}

bool touches(const std::vector<TextRange>& ranges, TextRange range) {
    const auto behind = std::partition_point(ranges.begin(), ranges.end(),
                                             [&](const TextRange& each) { return each.end <= range.start; });
    return behind != ranges.end() && behind->start < range.end;
}

} // namespace assay
