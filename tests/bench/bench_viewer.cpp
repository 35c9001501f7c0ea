// The source viewer with 5 MB of text and 5,000 highlights, in pairs that overlap: what one waits for, in milliseconds.
// Run with QT_QPA_PLATFORM=offscreen; limits: evidence, "Source viewer": 60 frames a second, a jump in 50 ms.
#include "core/base/utf8.h"
#include "core/document/edit.h"
#include "core/source/anchor.h"
#include "ui/store/selection.h"
#include "ui/views/source_text.h"
#include "ui/views/source_viewer.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace assay::bench {
namespace {

constexpr std::size_t textBytes = 5'000'000;
constexpr std::size_t highlights = 5'000;

std::string longText() {
    std::string text;
    for (int i = 0; text.size() < textBytes; ++i)
        text += "Paragraph " + std::to_string(i)
                + " says that the lab trained on 2,048 chips for about two months, and that it paid $5.6 million.\n";
    return text;
}

/// A claim a highlight; every second one overlaps the one before.
Document manyHighlights() {
    Document document = newDocument("Bench");
    const Source source{.id = {"s"}, .title = "Long", .language = "en", .text = longText()};
    document.sources = {Row(source)};
    const std::size_t length = source.text.size(); // no character of it is longer than a byte
    for (std::size_t i = 0; i < highlights; ++i) {
        const std::size_t start = i / 2 * 2 * (length - 200) / highlights + i % 2 * 15;
        Claim claim;
        claim.id = {"c" + std::to_string(i)};
        claim.subject = "Subject";
        claim.mentions = {Mention{
            .id = {"m" + std::to_string(i)},
            .anchor = {
                .source = source.id, .start = start, .end = start + 40, .quote = source.text.substr(start, 40)}}};
        document.claims.push_back(Row(std::move(claim)));
    }
    return document;
}

/// On the clock, and of this thread's processor time: that is hardly moved by what else the machine does.
struct Spent {
    double wall = 0;
    double cpu = 0;
};

void print(const char* what, const std::vector<Spent>& all) {
    const auto sorted = [&](double Spent::*member) {
        std::vector<double> times;
        for (const Spent& each : all)
            times.push_back(each.*member);
        std::sort(times.begin(), times.end());
        return times;
    };
    const std::vector<double> wall = sorted(&Spent::wall), cpu = sorted(&Spent::cpu);
    const std::size_t middle = all.size() / 2, late = all.size() * 95 / 100;
    std::printf("%-28s median %8.2f   p95 %8.2f   max %8.2f   of it processor: median %8.2f   p95 %8.2f   n %zu\n",
                what, wall[middle], wall[late], wall.back(), cpu[middle], cpu[late], all.size());
}

double threadTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Act>
Spent timed(const Act& act) {
    const double before = threadTime();
    QElapsedTimer timer;
    timer.start();
    act();
    return Spent{static_cast<double>(timer.nsecsElapsed()) / 1e6, threadTime() - before};
}

void measure() {
    DocumentStore store;
    Selection selection(store);
    SourceViewer viewer(store, selection);
    viewer.resize(640, 800);
    viewer.show();
    QCoreApplication::processEvents();
    const Document document = manyHighlights();
    QWidget& screen = *viewer.text().viewport();
    print("load", {timed([&] {
              store.reset(document);
              selection.selectSource(SourceId{"s"});
          })});
    print("first paint", {timed([&] { screen.repaint(); })});
    std::vector<Spent> scroll, page, jump, next, edit;
    QScrollBar& bar = *viewer.text().verticalScrollBar();
    for (int i = 0; i < 300; ++i)
        scroll.push_back(timed([&] {
            bar.setValue(bar.value() + 3);
            screen.repaint();
        }));
    for (int i = 0; i < 100; ++i)
        page.push_back(timed([&] {
            bar.setValue(static_cast<int>(static_cast<long long>(bar.maximum()) * ((i * 37) % 100) / 100));
            screen.repaint();
        }));
    for (std::size_t i = 0; i < 100; ++i)
        jump.push_back(timed([&] {
            const std::string number = std::to_string(i * 4177 % highlights);
            selection.selectMention({"c" + number}, {"m" + number});
            screen.repaint();
        }));
    for (int i = 0; i < 100; ++i)
        next.push_back(timed([&] {
            viewer.stepMention(1);
            screen.repaint();
        }));
    for (std::size_t i = 0; i < 10; ++i)
        edit.push_back(timed([&] {
            static_cast<void>(store.apply(QStringLiteral("Delete"),
                                          removeClaims(store.document(), {store.document().claims[i * 31]->id})));
            screen.repaint();
        }));
    print("scroll by three lines", scroll);
    print("scroll anywhere", page);
    print("jump to a mention", jump);
    print("next mention", next);
    print("an edit of one claim", edit);
    viewer.openFind();
    auto* field = viewer.findChild<QLineEdit*>(QStringLiteral("findWords"));
    auto* count = viewer.findChild<QLabel*>(QStringLiteral("findCount"));
    std::vector<Spent> typed, found;
    for (const QString& letter : {QStringLiteral("m"), QStringLiteral("i"), QStringLiteral("l"), QStringLiteral("l")}) {
        found.push_back(timed([&] {
            typed.push_back(timed([&] { QTest::keyClicks(field, letter); }));
            static_cast<void>(QTest::qWaitFor([&] { return !count->text().contains(QChar(0x2026)); }, 20'000));
            screen.repaint();
        }));
    }
    print("find: a key is taken in", typed);
    print("find: hits are shown after", found);
}

} // namespace
} // namespace assay::bench

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    assay::bench::measure();
    return 0;
}
