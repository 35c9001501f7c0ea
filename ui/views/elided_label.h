// ElidedLabel: one line of plain text that ends in an ellipsis when there is no room and tells the whole in its tool
// tip; as a link it is a button too.
#pragma once

#include <QtWidgets/QAbstractButton>

namespace assay {

class ElidedLabel : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { text, link };
    enum class Tone { normal, quiet, refused };

    explicit ElidedLabel(Kind kind, QWidget* parent = nullptr);
    void setKind(Kind kind); ///< a link takes focus and clicks; text does neither
    void setTone(Tone tone);
    void setAlignment(Qt::Alignment alignment);
    /// Shown in the tool tip below the whole text.
    void setDetail(const QString& detail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QColor color() const;

    Kind m_kind;
    Tone m_tone = Tone::normal;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QString m_detail;
};

} // namespace assay
