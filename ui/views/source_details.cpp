// SourceDetails: lines of facts; the text is read anew off the GUI thread as soon as another encoding is chosen.
#include "ui/views/source_details.h"

#include "core/base/iso_date.h"
#include "core/base/utf8.h"
#include "core/document/edit.h"
#include "core/document/new_version.h"
#include "core/io/decode_text.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/source_viewer_text.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace assay {

namespace {

constexpr int longestReading = 160; // characters: two lines of the form
constexpr const char* languages[] = {"en", "ko", "zh", "ja", "de", "fr", "es", "pt", "it", "nl", "ru", "uk"};

QLineEdit* line(const char* objectName, const std::string& value) {
    auto* edit = new QLineEdit(text(value));
    edit->setObjectName(QLatin1String(objectName));
    edit->setCursorPosition(0);
    return edit;
}

QLabel* plain(const char* objectName) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString joined(const std::vector<std::string>& authors) {
    QStringList names;
    for (const std::string& author : authors)
        names += text(author);
    return names.join(QStringLiteral("; "));
}

std::vector<std::string> apart(const QString& names) {
    std::vector<std::string> authors;
    for (const QString& name : names.split(QLatin1Char(';')))
        if (!name.trimmed().isEmpty())
            authors.push_back(name.trimmed().toStdString());
    return authors;
}

QComboBox* languageChoice(const std::string& current) {
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("sourceLanguage"));
    box->addItem(SourceDetails::tr("Not known"), QString());
    const auto add = [box](const QString& code) {
        const QString name = QLocale::languageToString(QLocale(code).language());
        box->addItem(QStringLiteral("%1 (%2)").arg(name, code), code);
    };
    for (const char* code : languages)
        add(QLatin1String(code));
    if (box->findData(text(current)) < 0)
        box->addItem(text(current), text(current));
    box->setCurrentIndex(box->findData(text(current)));
    return box;
}

/// Empty, "2025", "2025-01" or a day that there is.
bool isDate(const QString& typed) {
    static const QRegularExpression form(QStringLiteral("^([0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?)?$"));
    return form.match(typed).hasMatch() && (typed.size() < 10 || calendarDay(typed.toStdString()));
}

} // namespace

QString originText(const Source& source) {
    const QLocale locale;
    QStringList parts;
    if (!source.mediaType.empty())
        parts += text(source.mediaType);
    parts +=
        SourceDetails::tr("%1 characters").arg(locale.toString(static_cast<qulonglong>(codePointCount(source.text))));
    if (!source.sha256.empty())
        parts += SourceDetails::tr("SHA-256 of the original %1").arg(text(source.sha256));
    return parts.join(QStringLiteral(", "));
}

SourceDetails::SourceDetails(DocumentStore& store, const SourceId& source, ImportOptions options, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_source(*assay::find(store.document().sources, source)),
      m_options(std::move(options)),
      m_title(line("sourceTitle", m_source.title)),
      m_publisher(line("sourcePublisher", m_source.publisher)),
      m_authors(line("sourceAuthors", joined(m_source.authors).toStdString())),
      m_published(line("sourcePublished", m_source.published)),
      m_accessed(line("sourceAccessed", m_source.accessed)),
      m_url(line("sourceUrl", m_source.url)),
      m_language(languageChoice(m_source.language)),
      m_note(new QPlainTextEdit(text(m_source.note))),
      m_encoding(new QComboBox),
      m_reading(plain("sourceReading")),
      m_original(new QCheckBox),
      m_fault(plain("sourceFault")) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sourceDetailsDialog"));
    setWindowTitle(tr("Source details"));
    build();
    for (QLineEdit* date : {m_published, m_accessed})
        connect(date, &QLineEdit::textChanged, this, &SourceDetails::showState);
    connect(m_title, &QLineEdit::textChanged, this, &SourceDetails::showState);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &SourceDetails::readInEncoding);
    resize(560, sizeHint().height());
    m_title->setFocus();
    showState();
}

void SourceDetails::build() {
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(largeGap);
    form->setVerticalSpacing(smallGap + 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString& title, QWidget* field) {
        field->setAccessibleName(QString(title).remove(QLatin1Char('&')));
        form->addRow(title, field);
    };
    add(tr("&Title"), m_title);
    add(tr("&Publisher"), m_publisher);
    add(tr("&Authors"), m_authors);
    add(tr("Pu&blished"), m_published);
    add(tr("A&ccessed"), m_accessed);
    add(tr("Add&ress"), m_url);
    add(tr("&Language"), m_language);
    m_authors->setPlaceholderText(tr("several apart by semicolons"));
    m_published->setPlaceholderText(tr("2025-01-27, 2025-01 or 2025"));
    m_accessed->setPlaceholderText(tr("2025-01-27"));
    m_note->setObjectName(QStringLiteral("sourceNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFrameShape(QFrame::StyledPanel);
    m_note->setFixedHeight(4 * fontMetrics().lineSpacing());
    add(tr("&Note"), m_note);
    buildEncoding(*form);
    QLabel* origin = plain("sourceOrigin");
    origin->setText(originText(m_source));
    origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    origin->setForegroundRole(QPalette::PlaceholderText);
    origin->setFont(smallFont(font()));
    m_fault->setFont(smallFont(font()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("sourceAccept"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("sourceCancel"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(18, 18, 18, 12);
    rows->setSpacing(largeGap);
    rows->addLayout(form);
    rows->addWidget(origin);
    rows->addWidget(m_fault);
    rows->addStretch(1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourceDetails::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SourceDetails::reject);
}

/// The encoding can be chosen where the original is at hand and no newer version took its place.
void SourceDetails::buildEncoding(QFormLayout& form) {
    m_encoding->setObjectName(QStringLiteral("sourceEncoding"));
    m_encoding->setAccessibleName(tr("Encoding"));
    const std::string& current = m_source.encoding;
    m_encoding->addItem(current.empty() ? tr("Not known") : tr("%1 (as read)").arg(text(current)), text(current));
    for (const std::string_view encoding : encodings())
        if (encoding != current)
            m_encoding->addItem(text(encoding), text(encoding));
    const bool isText = m_source.mediaType.starts_with("text/") && m_source.digestOf.empty();
    const bool isNewest = newestVersion(m_store.document(), m_source.id) == m_source.id;
    const bool hasOriginal = !m_source.original.empty() || m_source.encoding == "utf-8";
    m_encoding->setEnabled(isText && isNewest && hasOriginal);
    m_encoding->setToolTip(m_encoding->isEnabled() ? tr("Choose another one when the text looks garbled")
                           : !isText               ? tr("Only text and HTML have one")
                           : !isNewest             ? tr("A newer version took the place of this text")
                                                   : tr("The original was not kept: import the file again"));
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    m_reading->setFont(smallFont(font()));
    m_reading->hide();
    m_original->setObjectName(QStringLiteral("sourceOriginal"));
    m_original->setText(m_source.original.empty() ? tr("The original is not in the project")
                                                  : tr("&Keep the original in the project (%1)")
                                                        .arg(QLocale().formattedDataSize(
                                                            static_cast<qint64>(m_source.original.size() / 4 * 3))));
    m_original->setChecked(!m_source.original.empty());
    m_original->setEnabled(!m_source.original.empty());
    auto* field = new QVBoxLayout;
    field->setSpacing(3);
    field->addWidget(m_encoding);
    field->addWidget(m_reading);
    field->addWidget(m_original);
    auto* label = new QLabel(tr("&Encoding"));
    label->setBuddy(m_encoding);
    form.addRow(label, field);
}

bool SourceDetails::isOtherEncoding() const { return m_encoding->currentData().toString() != text(m_source.encoding); }

void SourceDetails::readInEncoding() {
    m_anew.reset();
    m_job.cancel();
    m_reading->setVisible(isOtherEncoding());
    if (isOtherEncoding()) {
        m_reading->setText(tr("Reading\u2026"));
        ImportOptions options = m_options;
        options.encoding = m_encoding->currentData().toString().toStdString();
        options.originals = Originals::keep;
        m_job.request(
            Running::cancel, [source = m_source, options](const std::stop_token&) { return readAnew(source, options); },
            [this](const Result<Source>& anew) { showReading(anew); });
    }
    showState();
}

void SourceDetails::showReading(const Result<Source>& anew) {
    if (anew) {
        m_anew = *anew;
        const QString begins = text(codePoints(anew->text, 0, longestReading)).simplified();
        m_reading->setText(tr("Reads: %1").arg(begins));
    } else {
        m_reading->setText(errorText(anew.error()));
    }
    showState();
}

void SourceDetails::showState() {
    const bool hasTitle = !m_title->text().trimmed().isEmpty();
    const bool hasDates = isDate(m_published->text().trimmed()) && isDate(m_accessed->text().trimmed());
    m_fault->setText(!hasTitle   ? tr("A source needs a title.")
                     : !hasDates ? tr("A date is written like 2025-01-27, 2025-01 or 2025.")
                                 : QString());
    m_fault->setVisible(!m_fault->text().isEmpty());
    m_ok->setEnabled(hasTitle && hasDates && (m_anew || !isOtherEncoding()));
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width()); // a sentence that comes in presses nothing together
    if (wanted > height())
        resize(width(), wanted);
}

/// The source with what was changed in the form.
Source SourceDetails::edited(Source source) const {
    const auto take = [&](const QString& typed, std::string Source::*fact) {
        if (typed.toStdString() != m_source.*fact)
            source.*fact = typed.toStdString();
    };
    take(m_title->text().trimmed(), &Source::title);
    take(m_publisher->text().trimmed(), &Source::publisher);
    take(m_published->text().trimmed(), &Source::published);
    take(m_accessed->text().trimmed(), &Source::accessed);
    take(m_url->text().trimmed(), &Source::url);
    take(m_language->currentData().toString(), &Source::language);
    take(m_note->toPlainText(), &Source::note);
    if (m_authors->text() != joined(m_source.authors))
        source.authors = apart(m_authors->text());
    if (!m_original->isChecked())
        source.original.clear();
    return source;
}

/// On what the document holds now: it may have changed while the form was open.
void SourceDetails::accept() {
    const Document& document = m_store.document();
    const Source* now = assay::find(document.sources, m_source.id);
    if (!m_ok->isEnabled())
        return;
    if (now == nullptr || !isOtherEncoding()) {
        const auto next =
            now == nullptr
                ? Result<Document>(Error(ErrorCode::idUnknown, m_source.id.value, {"source", m_source.id.value}))
                : setSource(document, edited(*now));
        const bool changes = !next || !(*next == document);
        if (m_store.apply(tr("Change source details"), next) && changes)
            emit done(tr("Changed the details of the source."));
        return QDialog::accept();
    }
    const Result<NewVersion> anew = replaceText(document, m_source.id, edited(*m_anew));
    if (!m_store.apply(tr("Read in another encoding"), anew ? Result<Document>(anew->document) : anew.error()))
        return QDialog::accept();
    if (anew->older.empty()) {
        emit done(tr("The text was read anew as %1.").arg(m_encoding->currentData().toString()));
    } else {
        ImportReport report;
        report.added = {anew->source};
        report.versions = {
            ImportReport::Version{anew->source, static_cast<int>(anew->carried), static_cast<int>(anew->left)}};
        emit versionMade(anew->source);
        emit done(importText(report, m_store.document()));
    }
    QDialog::accept();
}

} // namespace assay

#include "moc_source_details.cpp"
