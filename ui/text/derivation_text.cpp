// Assumed values to lines and back.
#include "ui/text/derivation_text.h"

#include "core/document/edit.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace assay {

QString assumedText(const std::vector<Assumed>& assumed) {
    QStringList lines;
    for (const Assumed& each : assumed)
        lines += QStringLiteral("%1 = %2 in %3").arg(text(each.name), text(each.text), text(each.unit));
    return lines.join(QLatin1Char('\n'));
}

std::vector<Assumed> readAssumed(const QString& lines) {
    std::vector<Assumed> assumed;
    for (const QString& line : lines.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        const QString name = line.section(QLatin1Char('='), 0, 0).trimmed();
        const QString rest = line.section(QLatin1Char('='), 1).trimmed();
        const qsizetype in = rest.lastIndexOf(QStringLiteral(" in "));
        const QString value = in < 0 ? rest : rest.left(in).trimmed();
        const QString unit = in < 0 ? QStringLiteral("1") : rest.mid(in + 4).trimmed();
        assumed.push_back(Assumed{name.toStdString(), unit.toStdString(), value.toStdString()});
    }
    return assumed;
}

QString namesHelp(const Rows<Attribute>& attributes) {
    QStringList names;
    for (const Row<Attribute>& attribute : attributes)
        names += QStringLiteral("%1 (%2)").arg(text(derivationName(attribute->id)),
                                               attribute->unit.empty() ? QStringLiteral("1") : text(attribute->unit));
    names.sort();
    return QCoreApplication::translate("Derivation", "Names of attributes: %1").arg(names.join(QStringLiteral(", ")));
}

} // namespace assay
