// Encodings: the bytes below were made by Python's codecs, not by what is tested. What is said of the encoding is part
// of the answer, and what is no text is refused.
#include "core/io/decode_text.h"

#include "core/base/utf8.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {
namespace {

std::string utf16(const std::string& text, bool bigEndian) {
    std::string bytes;
    for (const QChar c : QString::fromStdString(text)) {
        const char high = static_cast<char>(c.unicode() >> 8), low = static_cast<char>(c.unicode() & 0xFF);
        bytes += bigEndian ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

Result<DecodedText> decode(const std::string& bytes) { return decodeText(bytes, "a.txt"); }

} // namespace

class TestDecodeText : public Test {
    Q_OBJECT
private slots:
    void whatIsNoTextIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QByteArray noise;
        for (int i = 0; i < 5000; ++i)
            noise += static_cast<char>(i * 37 % 255 + 1);
        QTest::newRow("noise without zeros") << noise << ErrorCode::notUtf8;
        QTest::newRow("noise with zeros") << noise + '\0' << ErrorCode::importFailed;
        QTest::newRow("zeros alone") << QByteArray(64, '\0') << ErrorCode::importFailed;
        QTest::newRow("UTF-16 of a lone half of a pair") << QByteArray("\xFF\xFE\x00\xD8 \0", 6) << ErrorCode::notUtf8;
        QTest::newRow("UTF-16 cut in a character") << QByteArray("\xFF\xFE\x41", 3) << ErrorCode::notUtf8;
    }
    void whatIsNoTextIsRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const Result<DecodedText> decoded = decode(bytes.toStdString());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, code);
    }
    void legacyEncodingsAreFoundOut_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const auto row = [](const char* name, const char* hex, const char* text, const char* encoding) {
            QTest::newRow(name) << QByteArray(hex) << QString::fromUtf8(text) << QString::fromLatin1(encoding);
        };
        row("Korean in EUC-KR",
            "c7d1b1b9c0c720b4ebc1df20bcf6c3e220b1d4c1a6bfcd20b0fcb7c3c7d820c8b8bbe7b4c2204838303020b1d7"
            "b7a1c7c820c3b3b8ae20c0e5c4a120322c303438b0b3b8a620bde8b4d9b0ed20b9e0c7fbb4d92e20baf1bfebc0"
            "ba20353630b8b820b4deb7afbfb4b4d92e",
            "한국의 대중 수출 규제와 관련해 회사는 H800 그래픽 처리 장치 2,048개를 썼다고 밝혔다. 비용은 560만 달러였다.",
            "euc-kr");
        row("Korean with letters beyond EUC-KR",
            "c7d1b1b9c0c720b4ebc1df20bcf6c3e220b1d4c1a6bfcd20b0fcb7c3c7d820c8b8bbe7b4c2204838303020b1d7"
            "b7a1c7c820c3b3b8ae20c0e5c4a120322c303438b0b3b8a620bde8b4d9b0ed20b9e0c7fbb4d92e20baf1bfebc0"
            "ba20353630b8b820b4deb7afbfb4b4d92e208c63b9e6b0a2c7cf20bc84bdc3c4ddb6f3",
            "한국의 대중 수출 규제와 관련해 회사는 H800 그래픽 처리 장치 2,048개를 썼다고 밝혔다. 비용은 560만 달러였다. 똠방각하 펲시콜라",
            "euc-kr");
        row("Chinese in GB18030",
            "b9abcbbeb1edcabea3accbfbc3c7d3c3c1cbc1bdc7a7c1e3cbc4caaeb0cbbfe948383030cfd4bfa8a3acd1b5c1"
            "b7b7d1d3c3d4bcceaacee5b0d9cee5caaec6dfcdf2c1f9c7a7c3c0d4aaa1a3",
            "公司表示，他们用了两千零四十八块H800显卡，训练费用约为五百五十七万六千美元。", "gb18030");
        row("Chinese in Big5",
            "a4bda571aaeda5dca141a54cadcca5cea446a8e2a464b973a57ca451a44bb6f448383030c5e3a564a141b056bd"
            "6db64fa5ceacf9acb0a4ada6caa4ada451a443b855a4bba464acfca4b8a143",
            "公司表示，他們用了兩千零四十八塊H800顯卡，訓練費用約為五百五十七萬六千美元。", "big5");
        row("Japanese in Shift_JIS",
            "8ae98bc682cd81414838303082f0322c3034388aee8e6782a281418c5097fb94ef977082cd96f1353630969c83"
            "68838b82be82c182bd82c694ad955c82b582bd814282b182ea82cd92e182a28be08a7a82c582a082e98142",
            "企業は、H800を2,048基使い、訓練費用は約560万ドルだったと発表した。これは低い金額である。", "shift_jis");
        row("Japanese in EUC-JP",
            "b4ebb6c8a4cfa1a248383030a4f2322c303438b4f0bbc8a4a4a1a2b7b1cefdc8f1cdd1a4cfccf3353630cbfca5"
            "c9a5eba4c0a4c3a4bfa4c8c8afc9bda4b7a4bfa1a3a4b3a4eca4cfc4e3a4a4b6e2b3dba4c7a4a2a4eba1a3",
            "企業は、H800を2,048基使い、訓練費用は約560万ドルだったと発表した。これは低い金額である。", "euc-jp");
        row("Japanese in ISO-2022-JP",
            "1b2442346b3648244f21221b2842483830301b244224721b2842322c3034381b244234703b482424212237314e"
            "7d48714d51244f4c731b28423536301b24424b7c2549256b24402443243f2448482f493d2437243f2123243324"
            "6c244f446324243662335b24472422246b21231b2842",
            "企業は、H800を2,048基使い、訓練費用は約560万ドルだったと発表した。これは低い金額である。", "iso-2022-jp");
        row("Russian in KOI8-R",
            "ebcfcdd0c1cec9d120d3cfcfc2ddc9ccc12c20ded4cf20c9d3d0cfccd8dacfd7c1ccc1203230343820d5d3cbcf"
            "d2c9d4c5ccc5ca20483830302c20c120cfc2d5dec5cec9c520d3d4cfc9cccf20352c3620cdccce20c4cfccccc1"
            "d2cfd72e",
            "Компания сообщила, что использовала 2048 ускорителей H800, а обучение стоило 5,6 млн долларов.", "koi8-r");
        row("Russian in windows-1251",
            "caeeecefe0ede8ff20f1eeeee1f9e8ebe02c20f7f2ee20e8f1efeeebfce7eee2e0ebe0203230343820f3f1eaee"
            "f0e8f2e5ebe5e920483830302c20e020eee1f3f7e5ede8e520f1f2eee8ebee20352c3620ecebed20e4eeebebe0"
            "f0eee22e",
            "Компания сообщила, что использовала 2048 ускорителей H800, а обучение стоило 5,6 млн долларов.",
            "windows-1251");
        row("French in windows-1252",
            "4c6520636ffb74206465206c27656e747261ee6e656d656e7420e974616974206427656e7669726f6e20352c36"
            "206d696c6c696f6e7320646520646f6c6c6172732c206492617072e873206c92656e7472657072697365209620"
            "ab2064e96ae020bb2076752c20e0206269656e74f4742c207468e92e",
            "Le coût de l'entraînement était d'environ 5,6 millions de dollars, d’après l’entreprise – « déjà » vu, à bientôt, thé.",
            "windows-1252");
        row("Polish in windows-1250",
            "43656e61207a6120bff3b37479207370727aea742077796e6f7369b361206f6b6fb36f20352c36206d696c696f"
            "6e6120646f6c6172f3772c206a616b20706f6461b361207370f3b36b612077209c726f64ea2e",
            "Cena za żółty sprzęt wynosiła około 5,6 miliona dolarów, jak podała spółka w środę.", "windows-1250");
    }
    void legacyEncodingsAreFoundOut() {
        QFETCH(QByteArray, hex);
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        const std::string bytes = QByteArray::fromHex(hex).toStdString();
        const DecodedText decoded = decode(bytes).value();
        QCOMPARE(QString::fromStdString(decoded.text), text);
        QCOMPARE(QString::fromStdString(decoded.encoding), encoding);
        QCOMPARE(QString::fromStdString(decoded.warning), QStringLiteral("decoded-as:") + encoding);
        QCOMPARE(QString::fromStdString(decodeTextAs(bytes, "a.txt", encoding.toStdString()).value().text), text);
    }
    void unicodeIsReadWithAndWithoutItsMark_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        const std::string text = "50,000 H100s \u2013 \u6c49\u5b57, \U0001F600.\n";
        const auto row = [](const char* name, const std::string& bytes, const char* encoding) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(encoding);
        };
        row("UTF-8", text, "utf-8");
        row("UTF-8 with a mark", "\xEF\xBB\xBF" + text, "utf-8");
        row("UTF-16LE", utf16(text, false), "utf-16le");
        row("UTF-16BE", utf16(text, true), "utf-16be");
        row("UTF-16LE with a mark", "\xFF\xFE" + utf16(text, false), "utf-16le");
        row("UTF-16BE with a mark", "\xFE\xFF" + utf16(text, true), "utf-16be");
        std::string wide("\xFF\xFE\0\0", 4);
        for (const char32_t c : toUtf32(text))
            for (const unsigned shift : {0U, 8U, 16U, 24U})
                wide += static_cast<char>(c >> shift & 0xFFU);
        row("UTF-32LE with a mark", wide, "utf-32le");
    }
    void unicodeIsReadWithAndWithoutItsMark() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        const DecodedText decoded = decode(bytes.toStdString()).value();
        QCOMPARE(decoded.text, std::string("50,000 H100s \u2013 \u6c49\u5b57, \U0001F600.\n"));
        QCOMPARE(QString::fromStdString(decoded.encoding), encoding);
        QCOMPARE(decoded.warning.empty(), encoding == QStringLiteral("utf-8"));
    }
    void brokenUtf8KeepsItsSoundParts() {
        const std::string text = "d\u00e9j\u00e0 vu, \u00e0 bient\u00f4t, th\u00e9";
        const DecodedText cut = decode(text + "\xE2\x80").value();
        QCOMPARE(cut.text, text + "\uFFFD");
        QCOMPARE(cut.encoding, std::string("utf-8"));
        QCOMPARE(cut.warning, std::string("broken-utf-8:1"));
        const DecodedText glued = decode(text + "\xFF" + text + text).value();
        QCOMPARE(glued.text, text + "\uFFFD" + text + text);
        QCOMPARE(glued.warning, std::string("broken-utf-8:1"));
    }
    void aShortTextIsAGuessAndSaysSo() {
        const DecodedText decoded = decode("Caf\xE9.").value();
        QCOMPARE(decoded.text, std::string("Caf\u00e9."));
        QCOMPARE(decoded.warning, std::string("encoding-guessed:windows-1252"));
    }
    void aDeclaredEncodingCountsUnlessTheTextIsUtf8() {
        QCOMPARE(decodeText("\xA4 5", "a", "iso-8859-15").value().text, std::string("\u20ac 5"));
        QCOMPARE(decodeText("\x80 5", "a", "ISO-8859-1").value().text, std::string("\u20ac 5")); // as browsers do
        QCOMPARE(decodeText("\u20ac 5", "a", "euc-kr").value().text, std::string("\u20ac 5"));
        QCOMPARE(decodeText("Caf\xE9.", "a", "no-such-encoding").value().encoding, std::string("windows-1252"));
    }
    void aChosenEncodingIsTakenAtItsWord() {
        QCOMPARE(decodeTextAs("\xE9", "a", "KOI8-R").value().text, std::string("\u0418"));
        QCOMPARE(decodeTextAs("\xEF\xBB\xBFx", "a", "utf-8").value().text, std::string("x"));
        const Error unfit = decodeTextAs("abc\xFFz", "a.txt", "utf-8").error();
        QCOMPARE(unfit.code, ErrorCode::encodingUnfit);
        QCOMPARE(unfit.place, std::string("a.txt"));
        QCOMPARE(unfit.details, (std::vector<std::string>{"utf-8", "3"}));
        QCOMPARE(decodeTextAs("abc", "a", "no-such-encoding").error().code, ErrorCode::encodingUnfit);
    }
    void everyEncodingOnOfferIsKnown() {
        for (const std::string_view encoding : encodings())
            if (!encoding.starts_with("utf-16"))
                QCOMPARE(decodeTextAs("plain 5", "a", std::string(encoding)).value().text, std::string("plain 5"));
    }
    void piecesAreJoinedInsideCharacters() { // longer than what is converted at a time, by one byte each time
        const std::string sign = "\xC7\xD1"; // of EUC-KR
        for (std::size_t shift = 0; shift < 2; ++shift) {
            std::string bytes(shift, 'x'), text(shift, 'x');
            for (int i = 0; i < 100'000; ++i) {
                bytes += sign;
                text += "\ud55c";
            }
            QVERIFY(decodeTextAs(bytes, "a", "euc-kr").value().text == text);
        }
        std::string pairs, faces;
        for (int i = 0; i < 50'000; ++i) {
            pairs += utf16("\U0001F600", false);
            faces += "\U0001F600";
        }
        QVERIFY(decodeTextAs(pairs, "a", "utf-16le").value().text == faces);
    }
};

const Registered<TestDecodeText> registered("decode_text");

} // namespace assay::test

#include "tst_decode_text.moc"
