// Words for findings and links.
#include "ui/text/finding_text.h"

#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("FindingText", text); }

} // namespace

QString verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::error: return tr("Error");
    case Verdict::conflict: return tr("Conflict");
    case Verdict::note: return tr("Note");
    case Verdict::compatible: return tr("Agrees");
    }
    return {};
}

QString verdictMark(Verdict verdict) {
    switch (verdict) {
    case Verdict::error: return QStringLiteral("\u2716");      // heavy cross
    case Verdict::conflict: return QStringLiteral("\u2260");   // not equal
    case Verdict::note: return QStringLiteral("\u2022");       // bullet
    case Verdict::compatible: return QStringLiteral("\u2713"); // check mark
    }
    return {};
}

QString findingKindName(FindingKind kind) {
    switch (kind) {
    case FindingKind::currencySlip: return tr("currency slip");
    case FindingKind::conflict: return tr("values");
    case FindingKind::rounding: return tr("rounding");
    case FindingKind::bound: return tr("weak bound");
    case FindingKind::scope: return tr("scope");
    case FindingKind::circular: return tr("circular reporting");
    case FindingKind::attribution: return tr("attribution");
    case FindingKind::spec: return tr("specification");
    case FindingKind::unit: return tr("unit");
    case FindingKind::total: return tr("arithmetic");
    case FindingKind::impossible: return tr("impossible value");
    case FindingKind::date: return tr("date");
    case FindingKind::anchor: return tr("lost words");
    case FindingKind::assertion: return tr("assertion");
    }
    return {};
}

QString linkTypeName(LinkType type) {
    switch (type) {
    case LinkType::repeats: return tr("repeats");
    case LinkType::endorses: return tr("endorses");
    case LinkType::disputes: return tr("disputes");
    case LinkType::contradicts: return tr("contradicts");
    case LinkType::derivedFrom: return tr("derived from");
    case LinkType::converts: return tr("converts");
    case LinkType::corrects: return tr("corrects");
    case LinkType::quotes: return tr("quotes");
    case LinkType::own: return tr("linked to");
    }
    return {};
}

QString decisionText(const Finding& finding) {
    const QString note = text(finding.note);
    if (finding.status == FindingStatus::open)
        return note.isEmpty() ? QString() : tr("Changed since it was decided on: %1").arg(note);
    const QString word = finding.status == FindingStatus::accepted ? tr("Accepted") : tr("Dismissed");
    return note.isEmpty() ? word : tr("%1: %2").arg(word, note);
}

} // namespace assay
