// Importers: the text is frozen as it is, facts come from metadata only, what is no text is refused.
#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/io/importer.h"
#include "core/source/pages.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

#include <fstream>

namespace assay::test {
namespace {

Result<Imported> importHtmlText(const std::string& body) {
    return importBytes("<html><body>" + body + "</body></html>", "page.html");
}

std::string utf16(const std::u16string& text, bool bigEndian) {
    std::string bytes;
    for (const char16_t c : u"\uFEFF" + text) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        bytes += bigEndian ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

} // namespace

class TestImport : public Test {
    Q_OBJECT
private slots:
    void whatIsNoTextIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << "a.txt" << ErrorCode::importFailed;
        QTest::newRow("white space alone") << QByteArray(" \n\t") << "a.txt" << ErrorCode::importFailed;
        QTest::newRow("a picture called .txt")
            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << "a.txt" << ErrorCode::importFailed;
        QTest::newRow("a picture called .html")
            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << "a.html" << ErrorCode::importFailed;
        QTest::newRow("text called .pdf") << QByteArray("hello") << "a.pdf" << ErrorCode::importFailed;
        QTest::newRow("a PDF without a reader") << QByteArray("%PDF-1.7\n") << "a.pdf" << ErrorCode::importFailed;
        QTest::newRow("a PDF called .txt") << QByteArray("%PDF-1.7\n") << "a.txt" << ErrorCode::importFailed;
        QTest::newRow("HTML without words")
            << QByteArray("<html><script>x</script></html>") << "a.html" << ErrorCode::importFailed;
        QTest::newRow("unknown extension") << QByteArray("hello") << "a.docx" << ErrorCode::mediaUnknown;
        QTest::newRow("UTF-16 cut in half") << QByteArray("\xFF\xFE\x41", 3) << "a.txt" << ErrorCode::notUtf8;
    }
    void whatIsNoTextIsRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(ErrorCode, code);
        const Result<Imported> imported = importBytes(bytes.toStdString(), name.toStdString());
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, code);
        QCOMPARE(QString::fromStdString(imported.error().place), name);
    }
    void textIsFrozenAsItIs() {
        const std::string bytes = "Line one\r\n\u00a050,000\u2009H100s \U0001F600\n\n\ttail ";
        const Imported imported = importBytes(bytes, "/some/folder/My article.TXT").value();
        QCOMPARE(imported.source.text, bytes);
        QCOMPARE(imported.source.title, std::string("My article"));
        QCOMPARE(imported.source.mediaType, std::string("text/plain"));
        QCOMPARE(imported.source.sha256, sha256Hex(bytes));
        QVERIFY(imported.warnings.empty());
        QVERIFY(imported.source.published.empty());
    }
    void otherEncodingsAreReadAndNamed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("warning");
        const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
        const QString words = QString::fromUtf8("50,000 H100 \u6c49 \U0001F600");
        QTest::newRow("UTF-8 with mark") << bytes("\xEF\xBB\xBF" + words.toStdString()) << words << "";
        QTest::newRow("UTF-16LE") << bytes(utf16(words.toStdU16String(), false)) << words << "decoded-as:utf-16le";
        QTest::newRow("UTF-16BE") << bytes(utf16(words.toStdU16String(), true)) << words << "decoded-as:utf-16be";
        const QByteArray korean = QByteArray::fromHex(
            "c7d1b1b9bec6b4c2c1a6b0a120b5bfbdc3bfa120c0d6b4c220b0cdc0bb20bab8b0ed20bdcdbdc0b4cfb4d92e");
        QTest::newRow("EUC-KR") << korean.repeated(8) << QString() << "decoded-as:euc-kr";
    }
    void otherEncodingsAreReadAndNamed() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, warning);
        const Imported imported = importBytes(bytes.toStdString(), "a.txt").value();
        QVERIFY(isUtf8(imported.source.text));
        if (!text.isEmpty())
            QCOMPARE(QString::fromStdString(imported.source.text), text);
        else
            QVERIFY(imported.source.text.starts_with("\ud55c\uad6d"));
        QCOMPARE(imported.warnings,
                 warning.isEmpty() ? std::vector<std::string>{} : std::vector<std::string>{warning.toStdString()});
    }
    void markdownTakesItsTitleFromTheFirstHeading() {
        QCOMPARE(importBytes("intro\n## Second\n# The title #\r\ntext", "a.md")->source.title,
                 std::string("The title"));
        QCOMPARE(importBytes("no heading", "notes.md")->source.title, std::string("notes"));
    }
    void htmlBecomesReadableText_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("paragraphs") << QByteArray("<p>One\n  two</p><p>three</p>") << QByteArray("One two\n\nthree");
        QTest::newRow("lines") << QByteArray("a<br>b<div>c</div>d") << QByteArray("a\nb\nc\nd");
        QTest::newRow("lists") << QByteArray("<ul><li>a<li>b</ul>c") << QByteArray("a\nb\n\nc");
        QTest::newRow("table") << QByteArray(
            "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>")
                               << QByteArray("a\t1\nb\t2");
        QTest::newRow("inline") << QByteArray("50,<b>000</b> <i>H100</i>s") << QByteArray("50,000 H100s");
        QTest::newRow("preformatted") << QByteArray("<pre>a\n  b</pre>") << QByteArray("a\n  b");
        QTest::newRow("entities") << QByteArray("&lt;b&gt; &amp; &#8364;5 &nbsp;x &copy;")
                                  << QByteArray("<b> & \u20ac5 \u00a0x \u00a9");
        QTest::newRow("scripts, styles, frames dropped") << QByteArray(
            "a<script>alert('b')</script><style>c{}</style><iframe src=x>d</iframe><noscript>e</noscript><!-- f -->g")
                                                         << QByteArray("ag");
        QTest::newRow("forms keep their words and buttons, not what is typed") << QByteArray(
            "<form>a<input value=b><select><option>c</select><textarea>d</textarea><button>e</button></form>")
                                                                               << QByteArray("a\ne");
        QTest::newRow("unclosed elements") << QByteArray("<p>a<b>b<p>c") << QByteArray("ab\n\nc");
        QTest::newRow("event attributes say nothing") << QByteArray("<p onclick=\"alert(1)\">a</p>") << QByteArray("a");
    }
    void htmlBecomesReadableText() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        const Result<Imported> imported = importHtmlText(body.toStdString());
        QVERIFY(imported);
        QCOMPARE(QByteArray::fromStdString(imported->source.text), text);
    }
    void htmlFactsComeFromItsMetadata() {
        const std::string page =
            "<!DOCTYPE html><html lang='ko-KR'><head><title> Page\n title </title>"
            "<meta property='og:site_name' content='The Paper'><meta name='author' content='A. Writer'>"
            "<meta property='article:published_time' content='2025-01-28T10:00:00Z'>"
            "<link rel='canonical' href='https://example.org/a'></head><body><p>Today: Apr 26, 2025</p></body></html>";
        const Source source = importBytes(page, "a.htm")->source;
        QCOMPARE(source.title, std::string("Page title"));
        QCOMPARE(source.publisher, std::string("The Paper"));
        QCOMPARE(source.authors, std::vector<std::string>{"A. Writer"});
        QCOMPARE(source.published, std::string("2025-01-28"));
        QCOMPARE(source.url, std::string("https://example.org/a"));
        QCOMPARE(source.language, std::string("ko"));
        QCOMPARE(source.text, std::string("Today: Apr 26, 2025"));
        QVERIFY(importHtmlText("<p>28 January 2025</p>")->source.published.empty());
    }
    void htmlIsReadInItsDeclaredEncoding() {
        const Imported imported =
            importBytes("<html><meta charset=\"windows-1252\"><body>\x80 5</body></html>", "a.html").value();
        QCOMPARE(imported.source.text, std::string("\u20ac 5"));
        QCOMPARE(imported.warnings, std::vector<std::string>{"decoded-as:windows-1252"});
    }
    void htmlThatNamesFilesReadsNone() {
        const std::string page =
            "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>a&x;<img src='file:///etc/passwd'>"
            "<object data='/etc/passwd'></object></body></html>";
        const Result<Imported> imported = importBytes(page, "a.html");
        QVERIFY(imported);
        QVERIFY(imported->source.text.find("root:") == std::string::npos);
    }
    void boilerplateIsQuietAndStays_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("quiet");
        const auto row = [](const char* why, const char* body, const char* quiet) {
            QTest::newRow(why) << QByteArray(body) << QByteArray(quiet);
        };
        row("an article of its own words", "<main><article><h1>A</h1><p>b</p></article></main>", "");
        row("a header of the article", "<article><header><h1>A</h1><p>by b</p></header><p>c</p></article>", "");
        row("a class that only begins like one", "<div class='shareholders adjusted'>a</div><p>b</p>", "");
        row("menus and footers", "<nav><a>A</a></nav><p>bbbb</p><footer>c</footer>", "A|c");
        row("the page's header but not its headline", "<header><p>A</p><h1>b</h1></header><p>cccc</p>", "A");
        row("asides and buttons", "<p>aaaaaaaa</p><aside>B</aside><button>C</button>", "B\n\nC");
        row("landmarks", "<div role='navigation'>A</div><p>bbbbb</p><div role=contentinfo>c</div>", "A|c");
        row("cookie bars", "<div id='cookie-consent'>A</div><p>bbbbb</p>", "A");
        row("share buttons in an article", "<article><p>aaaaaaa</p><div class='shareButtons'>B</div><p>c</p></article>",
            "B");
        row("hidden from readers", "<p>aaaaaaa</p><div hidden>B</div><span aria-hidden='true'>C</span>", "B\nC");
        row("furniture without marks",
            "<p>Text Size</p><p>Close</p><p>What the page says is this, and it is longer.</p>", "Text Size|Close");
        row("a page that is grey all over", "<div class='sidebar'><p>Every word of this page</p></div>", "");
    }
    void boilerplateIsQuietAndStays() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, quiet);
        const Source source = importHtmlText(body.toStdString()).value().source;
        QByteArray found;
        for (const TextRange& range : source.quiet) {
            const std::string_view words = codePoints(source.text, range.start, range.end);
            found += (found.isEmpty() ? "" : "|") + QByteArray(words.data(), qsizetype(words.size()));
        }
        QCOMPARE(found, quiet);
    }
    void factsOfJsonLdFillWhatMetadataLack() {
        const std::string page =
            "<html lang=en><head><title>Site: story</title><script type='application/ld+json'>{\"@graph\": [{\"@type\": "
            "\"Person\", \"name\": \"X\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"The story\", "
            "\"datePublished\": \"2025-01-28T09:00:00+09:00\", \"author\": [{\"name\": \"A. Writer\"}, \"B. Other\"], "
            "\"publisher\": {\"name\": \"The Paper\"}, \"url\": \"https://example.org/a\"}]}</script>"
            "<script type='application/ld+json'>{broken</script></head><body><p>Words.</p></body></html>";
        const Source source = importBytes(page, "a.html")->source;
        QCOMPARE(source.title, std::string("The story"));
        QCOMPARE(source.published, std::string("2025-01-28"));
        QCOMPARE(source.authors, (std::vector<std::string>{"A. Writer", "B. Other"}));
        QCOMPARE(source.publisher, std::string("The Paper"));
        QCOMPARE(source.url, std::string("https://example.org/a"));
        const std::string meta = "<html><head><meta property='og:title' content='Mine'><meta name=author content='C'>";
        const Source both = importBytes(meta + page.substr(page.find("<script")), "a.html")->source;
        QCOMPARE(both.title, std::string("Mine"));
        QCOMPARE(both.authors, std::vector<std::string>{"C"});
        const Source timed =
            importHtmlText("<article><time datetime='2025-01-28'>now</time><p>a</p></article>")->source;
        QCOMPARE(timed.published, std::string("2025-01-28"));
        const Source local = importBytes("<html><link rel=canonical href='/etc/passwd'><body>a", "a.html")->source;
        QVERIFY(local.url.empty());
    }
    void theOriginalIsKeptUnlessItIsTheText() {
        const Imported plain = importBytes("plain words", "a.txt").value();
        QVERIFY(plain.source.original.empty());
        QVERIFY(keptOriginal(plain.source) == std::string("plain words"));
        const std::string page = "<html><body>words</body></html>";
        const Source kept = importBytes(page, "a.html")->source;
        QVERIFY(keptOriginal(kept) == page);
        QCOMPARE(kept.sha256, sha256Hex(page));
        const Source left = importBytes(page, "a.html", {.originals = Originals::leave})->source;
        QVERIFY(left.original.empty() && !keptOriginal(left));
        QCOMPARE(left.sha256, sha256Hex(page));
        Source forged = kept;
        forged.original = "AAAA";
        QVERIFY(!keptOriginal(forged));
    }
    void aTextIsReadAnewInAnotherEncoding() {
        const std::string bytes = "Le titre de la page\n\nIl co\xFBte 5 \x80, dit-il \xE0 Paris, et la ville paie.\n";
        Source source = importBytes(bytes, "a.txt", {.encoding = "koi8-r"})->source;
        QCOMPARE(source.encoding, std::string("koi8-r"));
        source.id = {"a"};
        source.publisher = "Mine";
        source.dismissed = {{0, 2}};
        const Source anew = readAnew(source, {.encoding = "windows-1252"}).value();
        QVERIFY(anew.text.find("Il co\u00fbte 5 \u20ac") != std::string::npos);
        QCOMPARE(anew.encoding, std::string("windows-1252"));
        QCOMPARE(anew.publisher, std::string("Mine"));
        QCOMPARE(anew.id.value, std::string("a"));
        QVERIFY(anew.dismissed.empty());
        QVERIFY(keptOriginal(anew) == bytes);
        source.original.clear();
        QCOMPARE(readAnew(source, {.encoding = "windows-1252"}).error().code, ErrorCode::originalMissing);
        QCOMPARE(readAnew(anew, {.encoding = "utf-8"}).error().code, ErrorCode::encodingUnfit);
    }
    void titlesThatWereGuessedInTheWrongEncodingAreGuessedAnew() {
        const std::string bytes = "<html><title>Le co\xFBt</title><body>\xE0</body></html>";
        Source source = importBytes(bytes, "a.html", {.encoding = "koi8-r"})->source;
        QCOMPARE(readAnew(source, {.encoding = "windows-1252"})->title, std::string("Le co\u00fbt"));
        source.title = "Mine";
        QCOMPARE(readAnew(source, {.encoding = "windows-1252"})->title, std::string("Mine"));
    }
    void longLinesAndLongTextsAreReadWhole() {
        const std::string line = std::string(10'000, 'x') + " 5 million " + std::string(10'000, 'y');
        QCOMPARE(importBytes(line + "\n" + line, "a.txt")->source.text, line + "\n" + line);
        QCOMPARE(importHtmlText("<p>" + line + "</p>")->source.text, line);
    }
    void aBombOfHtmlIsRefusedInTime_data() {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("says");
        QByteArray attributes("<html><body><p ");
        for (int i = 0; i < 60'000; ++i)
            attributes += "a" + QByteArray::number(i) + " ";
        QTest::newRow("attributes") << attributes + ">x</p>" << QByteArray("more than 1000 attributes");
        QTest::newRow("elements") << "<html><body>" + QByteArray("<p>x").repeated(1'000'001)
                                  << QByteArray("more than 1000000 elements");
        QTest::newRow("depth alone") << "<html><body>" + QByteArray("<b>").repeated(500'000) + "x"
                                     << QByteArray("no text");
        QTest::newRow("an attribute without end")
            << "<html><body><a href=\"" + QByteArray(5'000'000, 'x') << QByteArray("no text");
    }
    void aBombOfHtmlIsRefusedInTime() {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, says);
        QElapsedTimer timer;
        timer.start();
        const Error error = importBytes(std::string_view(page.constData(), std::size_t(page.size())), "a.html").error();
        QCOMPARE(error.code, ErrorCode::importFailed);
        QVERIFY2(QByteArray::fromStdString(error.details.at(0)).contains(says), error.details.at(0).c_str());
        QVERIFY2(timer.elapsed() < 4000, std::to_string(timer.elapsed()).c_str());
    }
    void scriptsAndCommentsAreNoBombs() {
        const std::string page = "<script>if (a<b c d" + std::string(20'000, ' ') + "x y z" + " \"> '</script><!-- <a "
                                 + std::string(5000, 'a') + " -->";
        std::string many = "<script>x<y";
        for (int i = 0; i < 3000; ++i)
            many += " w" + std::to_string(i);
        QCOMPARE(importHtmlText(page + many + "</script><p>words</p>").value().source.text, std::string("words"));
    }
    void deeplyNestedHtmlIsCutAndSaysSo() {
        std::string body;
        for (int i = 0; i < 20'000; ++i)
            body += "<div>";
        const Result<Imported> imported = importHtmlText("<p>first</p>" + body + "deep");
        QVERIFY(imported);
        QVERIFY(imported->source.text.starts_with("first"));
        QCOMPARE(imported->warnings, std::vector<std::string>{"cut-at-depth:256"});
        QVERIFY(importHtmlText("<div><div><p>a</p></div></div>")->warnings.empty());
    }
    void aPdfIsReadByTheProgramsReader() {
        const ImportOptions options{
            [](std::string_view, const std::string&) { return Result<std::string>("page one\fpage two"); }};
        const Imported imported = importBytes("%PDF-1.7\n", "report.pdf", options).value();
        QCOMPARE(imported.source.text, std::string("page one\fpage two"));
        QCOMPARE(imported.source.mediaType, std::string("application/pdf"));
        const ImportOptions broken{[](std::string_view, const std::string&) { return Result<std::string>("\xFF"); }};
        QCOMPARE(importBytes("%PDF-1.7\n", "report.pdf", broken).error().code, ErrorCode::notUtf8);
    }
    void aScanSaysSo() {
        const ImportOptions scan{[](std::string_view, const std::string&) { return Result<std::string>(" \f\n\f"); }};
        const Error error = importBytes("%PDF-1.7\n", "scan.pdf", scan).error();
        QCOMPARE(error.code, ErrorCode::importFailed);
        QVERIFY(error.details.at(0).starts_with("its 3 pages are pictures without text"));
        const ImportOptions half{
            [](std::string_view, const std::string&) { return Result<std::string>("words\f \f"); }};
        QCOMPARE(importBytes("%PDF-1.7\n", "half.pdf", half)->warnings,
                 std::vector<std::string>{"pages-without-text:2"});
    }
    void pagesAreCounted() {
        const std::string text = "\u4e00\fsecond\f\ffourth";
        QCOMPARE(pageStarts(text), (std::vector<std::size_t>{0, 2, 9, 10}));
        QCOMPARE(pageAt(pageStarts(text), 1), std::size_t{1});
        QCOMPARE(pageAt(pageStarts(text), 2), std::size_t{2});
        QCOMPARE(pageAt(pageStarts(text), 99), std::size_t{4});
        QCOMPARE(pageAt(pageStarts("one"), 2), std::size_t{1});
    }
    void contentDecidesWhereThereIsNoExtension() {
        QCOMPARE(importBytes("<!doctype HTML><p>a", "page")->source.mediaType, std::string("text/html"));
        QCOMPARE(importBytes("plain", "README")->source.mediaType, std::string("text/plain"));
    }
    void aFileIsImportedByItsPath() {
        QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("a.txt")).toStdString();
        std::ofstream(path) << "words";
        QCOMPARE(importFile(path)->source.text, std::string("words"));
        QCOMPARE(importFile(dir.path().toStdString()).error().code, ErrorCode::cannotRead);
    }
};

const Registered<TestImport> registered("import");

} // namespace assay::test

#include "tst_import.moc"
