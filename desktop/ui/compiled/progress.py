# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'progress.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QProgressBar, QPushButton, QScrollArea, QSizePolicy,
    QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.progress.bar_list import BarList
from desktop.ui.progress.days_chart import DaysChart
from desktop.ui.registers.sheet import RegisterSheet
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine

class Ui_ProgressForm(object):
    def setupUi(self, ProgressForm):
        if not ProgressForm.objectName():
            ProgressForm.setObjectName(u"ProgressForm")
        ProgressForm.setProperty(u"helpTopic", u"dashboard")
        ProgressForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(ProgressForm)
        self.page.setSpacing(0)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(ProgressForm)
        self.stack.setObjectName(u"stack")
        self.boardPage = QWidget()
        self.boardPage.setObjectName(u"boardPage")
        self.boardBox = QVBoxLayout(self.boardPage)
        self.boardBox.setSpacing(8)
        self.boardBox.setObjectName(u"boardBox")
        self.boardBox.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.boardPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.place = ElidedLabel(self.boardPage)
        self.place.setObjectName(u"place")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.place.sizePolicy().hasHeightForWidth())
        self.place.setSizePolicy(sizePolicy)
        self.place.setProperty(u"look", u"strong")

        self.head.addWidget(self.place)

        self.asOf = QLabel(self.boardPage)
        self.asOf.setObjectName(u"asOf")
        self.asOf.setText(u"")
        self.asOf.setProperty(u"look", u"hint")

        self.head.addWidget(self.asOf)

        self.bar = QProgressBar(self.boardPage)
        self.bar.setObjectName(u"bar")
        self.bar.setMaximumSize(QSize(120, 16777215))
        self.bar.setMaximum(0)
        self.bar.setTextVisible(False)

        self.head.addWidget(self.bar)

        self.stop = QPushButton(self.boardPage)
        self.stop.setObjectName(u"stop")
        self.stop.setProperty(u"helpTopic", u"dashboard")
        self.stop.setAutoDefault(False)
        self.stop.setProperty(u"look", u"quiet")

        self.head.addWidget(self.stop)

        self.up = QPushButton(self.boardPage)
        self.up.setObjectName(u"up")
        self.up.setProperty(u"helpTopic", u"dashboard#places")
        self.up.setAutoDefault(False)

        self.head.addWidget(self.up)

        self.refresh = QPushButton(self.boardPage)
        self.refresh.setObjectName(u"refresh")
        self.refresh.setProperty(u"helpTopic", u"dashboard")
        self.refresh.setAutoDefault(False)
        self.refresh.setProperty(u"iconName", u"refresh-cw")

        self.head.addWidget(self.refresh)

        self.export_ = QPushButton(self.boardPage)
        self.export_.setObjectName(u"export_")
        self.export_.setProperty(u"helpTopic", u"dashboard#export")
        self.export_.setAutoDefault(False)
        self.export_.setProperty(u"iconName", u"save")

        self.head.addWidget(self.export_)

        self.print = QPushButton(self.boardPage)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"helpTopic", u"dashboard#export")
        self.print.setAutoDefault(False)
        self.print.setProperty(u"look", u"primary")
        self.print.setProperty(u"iconName", u"printer")

        self.head.addWidget(self.print)


        self.boardBox.addLayout(self.head)

        self.scroll = QScrollArea(self.boardPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.contentBox = QVBoxLayout(self.content)
        self.contentBox.setSpacing(8)
        self.contentBox.setObjectName(u"contentBox")
        self.contentBox.setContentsMargins(0, 0, 0, 0)
        self.figures = QFrame(self.content)
        self.figures.setObjectName(u"figures")
        self.figures.setProperty(u"look", u"card")

        self.contentBox.addWidget(self.figures)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(12)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.unitsCard = QFrame(self.content)
        self.unitsCard.setObjectName(u"unitsCard")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.unitsCard.sizePolicy().hasHeightForWidth())
        self.unitsCard.setSizePolicy(sizePolicy1)
        self.unitsCard.setProperty(u"look", u"card")
        self.unitsBox = QVBoxLayout(self.unitsCard)
        self.unitsBox.setSpacing(4)
        self.unitsBox.setObjectName(u"unitsBox")
        self.unitsBox.setContentsMargins(8, 12, 8, 8)
        self.unitsHead = QHBoxLayout()
        self.unitsHead.setSpacing(12)
        self.unitsHead.setObjectName(u"unitsHead")
        self.unitsHead.setContentsMargins(0, 0, 0, 0)
        self.unitsTitle = QLabel(self.unitsCard)
        self.unitsTitle.setObjectName(u"unitsTitle")
        self.unitsTitle.setText(u"")
        self.unitsTitle.setProperty(u"look", u"heading")
        self.unitsTitle.setIndent(8)

        self.unitsHead.addWidget(self.unitsTitle)

        self.target = ElidedLabel(self.unitsCard)
        self.target.setObjectName(u"target")
        self.target.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        sizePolicy.setHeightForWidth(self.target.sizePolicy().hasHeightForWidth())
        self.target.setSizePolicy(sizePolicy)
        self.target.setProperty(u"look", u"hint")

        self.unitsHead.addWidget(self.target)


        self.unitsBox.addLayout(self.unitsHead)

        self.units = BarList(self.unitsCard)
        self.units.setObjectName(u"units")
        self.units.setProperty(u"helpTopic", u"dashboard#places")
        sizePolicy1.setHeightForWidth(self.units.sizePolicy().hasHeightForWidth())
        self.units.setSizePolicy(sizePolicy1)

        self.unitsBox.addWidget(self.units)


        self.left.addWidget(self.unitsCard)

        self.identitiesCard = QFrame(self.content)
        self.identitiesCard.setObjectName(u"identitiesCard")
        sizePolicy1.setHeightForWidth(self.identitiesCard.sizePolicy().hasHeightForWidth())
        self.identitiesCard.setSizePolicy(sizePolicy1)
        self.identitiesCard.setProperty(u"look", u"card")
        self.identitiesBox = QVBoxLayout(self.identitiesCard)
        self.identitiesBox.setSpacing(4)
        self.identitiesBox.setObjectName(u"identitiesBox")
        self.identitiesBox.setContentsMargins(8, 12, 8, 8)
        self.identitiesTitle = QLabel(self.identitiesCard)
        self.identitiesTitle.setObjectName(u"identitiesTitle")
        self.identitiesTitle.setText(u"")
        self.identitiesTitle.setProperty(u"look", u"heading")
        self.identitiesTitle.setIndent(8)

        self.identitiesBox.addWidget(self.identitiesTitle)

        self.identities = BarList(self.identitiesCard)
        self.identities.setObjectName(u"identities")
        self.identities.setProperty(u"helpTopic", u"dashboard#money")
        sizePolicy1.setHeightForWidth(self.identities.sizePolicy().hasHeightForWidth())
        self.identities.setSizePolicy(sizePolicy1)

        self.identitiesBox.addWidget(self.identities)


        self.left.addWidget(self.identitiesCard)

        self.left.setStretch(0, 3)
        self.left.setStretch(1, 2)

        self.columns.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.daysCard = QFrame(self.content)
        self.daysCard.setObjectName(u"daysCard")
        sizePolicy1.setHeightForWidth(self.daysCard.sizePolicy().hasHeightForWidth())
        self.daysCard.setSizePolicy(sizePolicy1)
        self.daysCard.setProperty(u"look", u"card")
        self.daysBox = QVBoxLayout(self.daysCard)
        self.daysBox.setSpacing(4)
        self.daysBox.setObjectName(u"daysBox")
        self.daysBox.setContentsMargins(16, 12, 16, 8)
        self.daysTitle = QLabel(self.daysCard)
        self.daysTitle.setObjectName(u"daysTitle")
        self.daysTitle.setText(u"")
        self.daysTitle.setProperty(u"look", u"heading")

        self.daysBox.addWidget(self.daysTitle)

        self.days = DaysChart(self.daysCard)
        self.days.setObjectName(u"days")
        self.days.setProperty(u"helpTopic", u"dashboard#days")
        sizePolicy1.setHeightForWidth(self.days.sizePolicy().hasHeightForWidth())
        self.days.setSizePolicy(sizePolicy1)

        self.daysBox.addWidget(self.days)


        self.right.addWidget(self.daysCard)

        self.reasonsCard = QFrame(self.content)
        self.reasonsCard.setObjectName(u"reasonsCard")
        sizePolicy1.setHeightForWidth(self.reasonsCard.sizePolicy().hasHeightForWidth())
        self.reasonsCard.setSizePolicy(sizePolicy1)
        self.reasonsCard.setProperty(u"look", u"card")
        self.reasonsBox = QVBoxLayout(self.reasonsCard)
        self.reasonsBox.setSpacing(4)
        self.reasonsBox.setObjectName(u"reasonsBox")
        self.reasonsBox.setContentsMargins(8, 12, 8, 8)
        self.reasonsTitle = QLabel(self.reasonsCard)
        self.reasonsTitle.setObjectName(u"reasonsTitle")
        self.reasonsTitle.setProperty(u"look", u"heading")
        self.reasonsTitle.setIndent(8)

        self.reasonsBox.addWidget(self.reasonsTitle)

        self.reasons = BarList(self.reasonsCard)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setProperty(u"helpTopic", u"dashboard#missing")
        sizePolicy1.setHeightForWidth(self.reasons.sizePolicy().hasHeightForWidth())
        self.reasons.setSizePolicy(sizePolicy1)

        self.reasonsBox.addWidget(self.reasons)


        self.right.addWidget(self.reasonsCard)

        self.right.setStretch(0, 1)
        self.right.setStretch(1, 1)

        self.columns.addLayout(self.right)

        self.columns.setStretch(0, 11)
        self.columns.setStretch(1, 9)

        self.contentBox.addLayout(self.columns)

        self.contentBox.setStretch(1, 1)
        self.scroll.setWidget(self.content)

        self.boardBox.addWidget(self.scroll)

        self.empty = QLabel(self.boardPage)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sizePolicy1.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy1)
        self.empty.setProperty(u"look", u"label")

        self.boardBox.addWidget(self.empty)

        self.message = MessageLine(self.boardPage)
        self.message.setObjectName(u"message")

        self.boardBox.addWidget(self.message)

        self.boardBox.setStretch(1, 1)
        self.boardBox.setStretch(2, 1)
        self.stack.addWidget(self.boardPage)
        self.sheet = RegisterSheet()
        self.sheet.setObjectName(u"sheet")
        self.stack.addWidget(self.sheet)

        self.page.addWidget(self.stack)


        self.retranslateUi(ProgressForm)
    # setupUi

    def retranslateUi(self, ProgressForm):
        self.title.setText(QCoreApplication.translate("ProgressForm", u"\u8fdb\u5ea6\u770b\u677f", None))
#if QT_CONFIG(accessibility)
        self.bar.setAccessibleName(QCoreApplication.translate("ProgressForm", u"\u6b63\u5728\u7edf\u8ba1", None))
#endif // QT_CONFIG(accessibility)
        self.stop.setText(QCoreApplication.translate("ProgressForm", u"\u505c\u6b62", None))
        self.up.setText(QCoreApplication.translate("ProgressForm", u"\u8fd4\u56de\u4e0a\u7ea7", None))
        self.refresh.setText(QCoreApplication.translate("ProgressForm", u"\u91cd\u65b0\u7edf\u8ba1", None))
        self.export_.setText(QCoreApplication.translate("ProgressForm", u"\u5bfc\u51fa", None))
        self.print.setText(QCoreApplication.translate("ProgressForm", u"\u6253\u5370", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("ProgressForm", u"\u4e61\u9547\u548c\u6751", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.identities.setAccessibleName(QCoreApplication.translate("ProgressForm", u"\u6309\u8eab\u4efd\u8d44\u52a9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.days.setAccessibleName(QCoreApplication.translate("ProgressForm", u"\u6309\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.reasonsTitle.setText(QCoreApplication.translate("ProgressForm", u"\u672a\u53c2\u4fdd\u539f\u56e0", None))
#if QT_CONFIG(accessibility)
        self.reasons.setAccessibleName(QCoreApplication.translate("ProgressForm", u"\u672a\u53c2\u4fdd\u539f\u56e0", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
