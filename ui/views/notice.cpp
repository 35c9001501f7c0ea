// Drawn, not styled: the accent follows the palette while the program runs.
#include "ui/views/notice.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace assay {

void paintNotice(QWidget& bar, const QColor& accent) {
    QPainter painter(&bar);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = bar.palette().color(QPalette::Base);
    painter.setPen(mixed(accent, base, 0.5));
    painter.setBrush(mixed(accent, base, 0.10));
    painter.drawRoundedRect(QRectF(bar.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(smallGap, smallGap, 4, bar.height() - 2 * smallGap), 2, 2);
}

} // namespace assay
