# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'closing.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QGridLayout,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.count_field import CountField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.tab_button import TabButton

class Ui_ClosingForm(object):
    def setupUi(self, ClosingForm):
        if not ClosingForm.objectName():
            ClosingForm.setObjectName(u"ClosingForm")
        ClosingForm.setProperty(u"helpTopic", u"closing")
        ClosingForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(ClosingForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ClosingForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.meta = ElidedLabel(ClosingForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)


        self.page.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(12)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.daysCard = QFrame(ClosingForm)
        self.daysCard.setObjectName(u"daysCard")
        self.daysCard.setProperty(u"look", u"card")
        self.daysBox = QVBoxLayout(self.daysCard)
        self.daysBox.setSpacing(8)
        self.daysBox.setObjectName(u"daysBox")
        self.daysBox.setContentsMargins(16, 12, 16, 16)
        self.daysTitle = QLabel(self.daysCard)
        self.daysTitle.setObjectName(u"daysTitle")
        self.daysTitle.setProperty(u"look", u"heading")

        self.daysBox.addWidget(self.daysTitle)

        self.days = QTableWidget(self.daysCard)
        self.days.setObjectName(u"days")
        self.days.setProperty(u"helpTopic", u"closing#days")
        self.days.setShowGrid(False)
        self.days.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.days.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.days.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.daysBox.addWidget(self.days)

        self.empty = QLabel(self.daysCard)
        self.empty.setObjectName(u"empty")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty(u"look", u"label")

        self.daysBox.addWidget(self.empty)


        self.columns.addWidget(self.daysCard)

        self.countCard = QFrame(ClosingForm)
        self.countCard.setObjectName(u"countCard")
        self.countCard.setProperty(u"look", u"card")
        self.countOuter = QVBoxLayout(self.countCard)
        self.countOuter.setSpacing(6)
        self.countOuter.setObjectName(u"countOuter")
        self.countOuter.setContentsMargins(16, 12, 10, 12)
        self.countTitle = QLabel(self.countCard)
        self.countTitle.setObjectName(u"countTitle")
        self.countTitle.setProperty(u"look", u"heading")

        self.countOuter.addWidget(self.countTitle)

        self.countScroll = QScrollArea(self.countCard)
        self.countScroll.setObjectName(u"countScroll")
        self.countScroll.setWidgetResizable(True)
        self.countScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.countScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.countScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.countBody = QWidget()
        self.countBody.setObjectName(u"countBody")
        self.countBox = QVBoxLayout(self.countBody)
        self.countBox.setSpacing(6)
        self.countBox.setObjectName(u"countBox")
        self.countBox.setContentsMargins(0, 0, 6, 0)
        self.faces = QGridLayout()
        self.faces.setObjectName(u"faces")
        self.faces.setHorizontalSpacing(12)
        self.faces.setVerticalSpacing(4)
        self.faces.setContentsMargins(0, 0, 0, 0)
        self.label_10000 = QLabel(self.countBody)
        self.label_10000.setObjectName(u"label_10000")
        self.label_10000.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_10000, 0, 0, 1, 1)

        self.count_10000 = CountField(self.countBody)
        self.count_10000.setObjectName(u"count_10000")
        self.count_10000.setProperty(u"helpTopic", u"closing#count")
        self.count_10000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_10000, 0, 1, 1, 1)

        self.amount_10000 = QLabel(self.countBody)
        self.amount_10000.setObjectName(u"amount_10000")
        self.amount_10000.setText(u"0.00")
        self.amount_10000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_10000, 0, 2, 1, 1)

        self.label_5000 = QLabel(self.countBody)
        self.label_5000.setObjectName(u"label_5000")
        self.label_5000.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_5000, 1, 0, 1, 1)

        self.count_5000 = CountField(self.countBody)
        self.count_5000.setObjectName(u"count_5000")
        self.count_5000.setProperty(u"helpTopic", u"closing#count")
        self.count_5000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_5000, 1, 1, 1, 1)

        self.amount_5000 = QLabel(self.countBody)
        self.amount_5000.setObjectName(u"amount_5000")
        self.amount_5000.setText(u"0.00")
        self.amount_5000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_5000, 1, 2, 1, 1)

        self.label_2000 = QLabel(self.countBody)
        self.label_2000.setObjectName(u"label_2000")
        self.label_2000.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_2000, 2, 0, 1, 1)

        self.count_2000 = CountField(self.countBody)
        self.count_2000.setObjectName(u"count_2000")
        self.count_2000.setProperty(u"helpTopic", u"closing#count")
        self.count_2000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_2000, 2, 1, 1, 1)

        self.amount_2000 = QLabel(self.countBody)
        self.amount_2000.setObjectName(u"amount_2000")
        self.amount_2000.setText(u"0.00")
        self.amount_2000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_2000, 2, 2, 1, 1)

        self.label_1000 = QLabel(self.countBody)
        self.label_1000.setObjectName(u"label_1000")
        self.label_1000.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_1000, 3, 0, 1, 1)

        self.count_1000 = CountField(self.countBody)
        self.count_1000.setObjectName(u"count_1000")
        self.count_1000.setProperty(u"helpTopic", u"closing#count")
        self.count_1000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_1000, 3, 1, 1, 1)

        self.amount_1000 = QLabel(self.countBody)
        self.amount_1000.setObjectName(u"amount_1000")
        self.amount_1000.setText(u"0.00")
        self.amount_1000.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_1000, 3, 2, 1, 1)

        self.label_500 = QLabel(self.countBody)
        self.label_500.setObjectName(u"label_500")
        self.label_500.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_500, 4, 0, 1, 1)

        self.count_500 = CountField(self.countBody)
        self.count_500.setObjectName(u"count_500")
        self.count_500.setProperty(u"helpTopic", u"closing#count")
        self.count_500.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_500, 4, 1, 1, 1)

        self.amount_500 = QLabel(self.countBody)
        self.amount_500.setObjectName(u"amount_500")
        self.amount_500.setText(u"0.00")
        self.amount_500.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_500, 4, 2, 1, 1)

        self.label_100 = QLabel(self.countBody)
        self.label_100.setObjectName(u"label_100")
        self.label_100.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_100, 5, 0, 1, 1)

        self.count_100 = CountField(self.countBody)
        self.count_100.setObjectName(u"count_100")
        self.count_100.setProperty(u"helpTopic", u"closing#count")
        self.count_100.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_100, 5, 1, 1, 1)

        self.amount_100 = QLabel(self.countBody)
        self.amount_100.setObjectName(u"amount_100")
        self.amount_100.setText(u"0.00")
        self.amount_100.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_100, 5, 2, 1, 1)

        self.label_50 = QLabel(self.countBody)
        self.label_50.setObjectName(u"label_50")
        self.label_50.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_50, 6, 0, 1, 1)

        self.count_50 = CountField(self.countBody)
        self.count_50.setObjectName(u"count_50")
        self.count_50.setProperty(u"helpTopic", u"closing#count")
        self.count_50.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_50, 6, 1, 1, 1)

        self.amount_50 = QLabel(self.countBody)
        self.amount_50.setObjectName(u"amount_50")
        self.amount_50.setText(u"0.00")
        self.amount_50.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_50, 6, 2, 1, 1)

        self.label_10 = QLabel(self.countBody)
        self.label_10.setObjectName(u"label_10")
        self.label_10.setProperty(u"look", u"label")

        self.faces.addWidget(self.label_10, 7, 0, 1, 1)

        self.count_10 = CountField(self.countBody)
        self.count_10.setObjectName(u"count_10")
        self.count_10.setProperty(u"helpTopic", u"closing#count")
        self.count_10.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.count_10, 7, 1, 1, 1)

        self.amount_10 = QLabel(self.countBody)
        self.amount_10.setObjectName(u"amount_10")
        self.amount_10.setText(u"0.00")
        self.amount_10.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.faces.addWidget(self.amount_10, 7, 2, 1, 1)

        self.faces.setColumnStretch(1, 1)
        self.faces.setColumnStretch(2, 1)

        self.countBox.addLayout(self.faces)

        self.spacer_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.countBox.addItem(self.spacer_1)

        self.countScroll.setWidget(self.countBody)

        self.countOuter.addWidget(self.countScroll)

        self.countLine = QFrame(self.countCard)
        self.countLine.setObjectName(u"countLine")
        self.countLine.setProperty(u"look", u"line")

        self.countOuter.addWidget(self.countLine)

        self.row_counted = QHBoxLayout()
        self.row_counted.setSpacing(8)
        self.row_counted.setObjectName(u"row_counted")
        self.row_counted.setContentsMargins(0, 0, 0, 0)
        self.label_counted = QLabel(self.countCard)
        self.label_counted.setObjectName(u"label_counted")
        self.label_counted.setProperty(u"look", u"label")

        self.row_counted.addWidget(self.label_counted)

        self.spacer_2 = QSpacerItem(20, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_counted.addItem(self.spacer_2)

        self.counted = QLabel(self.countCard)
        self.counted.setObjectName(u"counted")
        self.counted.setText(u"0.00")
        self.counted.setProperty(u"look", u"strong")

        self.row_counted.addWidget(self.counted)


        self.countOuter.addLayout(self.row_counted)

        self.row_booked = QHBoxLayout()
        self.row_booked.setSpacing(8)
        self.row_booked.setObjectName(u"row_booked")
        self.row_booked.setContentsMargins(0, 0, 0, 0)
        self.label_booked = QLabel(self.countCard)
        self.label_booked.setObjectName(u"label_booked")
        self.label_booked.setProperty(u"look", u"label")

        self.row_booked.addWidget(self.label_booked)

        self.spacer_3 = QSpacerItem(20, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_booked.addItem(self.spacer_3)

        self.booked = QLabel(self.countCard)
        self.booked.setObjectName(u"booked")
        self.booked.setText(u"0.00")
        self.booked.setProperty(u"look", u"strong")

        self.row_booked.addWidget(self.booked)


        self.countOuter.addLayout(self.row_booked)

        self.row_difference = QHBoxLayout()
        self.row_difference.setSpacing(8)
        self.row_difference.setObjectName(u"row_difference")
        self.row_difference.setContentsMargins(0, 0, 0, 0)
        self.label_difference = QLabel(self.countCard)
        self.label_difference.setObjectName(u"label_difference")
        self.label_difference.setProperty(u"look", u"label")

        self.row_difference.addWidget(self.label_difference)

        self.spacer_4 = QSpacerItem(20, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_difference.addItem(self.spacer_4)

        self.difference = QLabel(self.countCard)
        self.difference.setObjectName(u"difference")
        self.difference.setText(u"0.00")
        self.difference.setProperty(u"look", u"figure")

        self.row_difference.addWidget(self.difference)


        self.countOuter.addLayout(self.row_difference)


        self.columns.addWidget(self.countCard)

        self.dayCard = QFrame(ClosingForm)
        self.dayCard.setObjectName(u"dayCard")
        self.dayCard.setProperty(u"look", u"card")
        self.dayBox = QVBoxLayout(self.dayCard)
        self.dayBox.setSpacing(8)
        self.dayBox.setObjectName(u"dayBox")
        self.dayBox.setContentsMargins(16, 12, 16, 8)
        self.dayHead = QHBoxLayout()
        self.dayHead.setSpacing(8)
        self.dayHead.setObjectName(u"dayHead")
        self.dayHead.setContentsMargins(0, 0, 0, 0)
        self.dayTitle = QLabel(self.dayCard)
        self.dayTitle.setObjectName(u"dayTitle")
        self.dayTitle.setProperty(u"look", u"heading")

        self.dayHead.addWidget(self.dayTitle)

        self.spacer_5 = QSpacerItem(20, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.dayHead.addItem(self.spacer_5)

        self.tabFigures = TabButton(self.dayCard)
        self.tabFigures.setObjectName(u"tabFigures")
        self.tabFigures.setProperty(u"helpTopic", u"closing#figures")
        self.tabFigures.setAutoDefault(False)
        self.tabFigures.setCheckable(True)
        self.tabFigures.setAutoExclusive(True)
        self.tabFigures.setChecked(True)
        self.tabFigures.setProperty(u"look", u"tab")

        self.dayHead.addWidget(self.tabFigures)

        self.tabSheet = TabButton(self.dayCard)
        self.tabSheet.setObjectName(u"tabSheet")
        self.tabSheet.setProperty(u"helpTopic", u"closing#sheet")
        self.tabSheet.setAutoDefault(False)
        self.tabSheet.setCheckable(True)
        self.tabSheet.setAutoExclusive(True)
        self.tabSheet.setProperty(u"look", u"tab")

        self.dayHead.addWidget(self.tabSheet)


        self.dayBox.addLayout(self.dayHead)

        self.side = QStackedWidget(self.dayCard)
        self.side.setObjectName(u"side")
        self.figuresPage = QWidget()
        self.figuresPage.setObjectName(u"figuresPage")
        self.figuresLines = QVBoxLayout(self.figuresPage)
        self.figuresLines.setSpacing(0)
        self.figuresLines.setObjectName(u"figuresLines")
        self.figuresLines.setContentsMargins(0, 0, 0, 0)
        self.figures = QTableWidget(self.figuresPage)
        self.figures.setObjectName(u"figures")
        self.figures.setProperty(u"helpTopic", u"closing#figures")
        self.figures.setShowGrid(False)
        self.figures.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.figures.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.figuresLines.addWidget(self.figures)

        self.side.addWidget(self.figuresPage)
        self.paperPage = QWidget()
        self.paperPage.setObjectName(u"paperPage")
        self.paperLines = QVBoxLayout(self.paperPage)
        self.paperLines.setSpacing(0)
        self.paperLines.setObjectName(u"paperLines")
        self.paperLines.setContentsMargins(0, 0, 0, 0)
        self.paper = PaperView(self.paperPage)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"look", u"paper")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.paper.sizePolicy().hasHeightForWidth())
        self.paper.setSizePolicy(sizePolicy2)

        self.paperLines.addWidget(self.paper)

        self.side.addWidget(self.paperPage)
        self.taskScroll = QScrollArea()
        self.taskScroll.setObjectName(u"taskScroll")
        self.taskScroll.setProperty(u"helpTopic", u"closing#acts")
        self.taskScroll.setWidgetResizable(True)
        self.taskScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.taskScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.taskScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.taskBody = QWidget()
        self.taskBody.setObjectName(u"taskBody")
        self.taskBox = QVBoxLayout(self.taskBody)
        self.taskBox.setSpacing(4)
        self.taskBox.setObjectName(u"taskBox")
        self.taskBox.setContentsMargins(0, 4, 4, 4)
        self.taskScroll.setWidget(self.taskBody)
        self.side.addWidget(self.taskScroll)

        self.dayBox.addWidget(self.side)

        self.message = MessageLine(self.dayCard)
        self.message.setObjectName(u"message")

        self.dayBox.addWidget(self.message)


        self.columns.addWidget(self.dayCard)

        self.columns.setStretch(0, 10)
        self.columns.setStretch(1, 6)
        self.columns.setStretch(2, 12)

        self.page.addLayout(self.columns)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = ElidedLabel(ClosingForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")
        sizePolicy.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy)

        self.actions.addWidget(self.keys)

        self.keep = QPushButton(ClosingForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"helpTopic", u"closing#sheet")
        self.keep.setAutoDefault(False)
        self.keep.setProperty(u"iconName", u"save")

        self.actions.addWidget(self.keep)

        self.print = QPushButton(ClosingForm)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"helpTopic", u"closing#sheet")
        self.print.setAutoDefault(False)
        self.print.setProperty(u"iconName", u"printer")

        self.actions.addWidget(self.print)

        self.deposit = QPushButton(ClosingForm)
        self.deposit.setObjectName(u"deposit")
        self.deposit.setProperty(u"helpTopic", u"closing#deposit")
        self.deposit.setAutoDefault(False)

        self.actions.addWidget(self.deposit)

        self.sign = QPushButton(ClosingForm)
        self.sign.setObjectName(u"sign")
        self.sign.setProperty(u"helpTopic", u"closing#sign")
        self.sign.setAutoDefault(False)
        self.sign.setProperty(u"iconName", u"shield-check")
        self.sign.setProperty(u"look", u"primary")

        self.actions.addWidget(self.sign)

        self.close_ = QPushButton(ClosingForm)
        self.close_.setObjectName(u"close_")
        self.close_.setProperty(u"helpTopic", u"closing#close")
        self.close_.setAutoDefault(False)
        self.close_.setProperty(u"iconName", u"lock")
        self.close_.setProperty(u"look", u"primary")

        self.actions.addWidget(self.close_)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_10000.setBuddy(self.count_10000)
        self.label_5000.setBuddy(self.count_5000)
        self.label_2000.setBuddy(self.count_2000)
        self.label_1000.setBuddy(self.count_1000)
        self.label_500.setBuddy(self.count_500)
        self.label_100.setBuddy(self.count_100)
        self.label_50.setBuddy(self.count_50)
        self.label_10.setBuddy(self.count_10)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ClosingForm)
    # setupUi

    def retranslateUi(self, ClosingForm):
        self.title.setText(QCoreApplication.translate("ClosingForm", u"\u65e5\u7ed3", None))
        self.daysTitle.setText(QCoreApplication.translate("ClosingForm", u"\u6536\u8d39\u65e5", None))
#if QT_CONFIG(accessibility)
        self.days.setAccessibleName(QCoreApplication.translate("ClosingForm", u"\u6536\u8d39\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        self.countTitle.setText(QCoreApplication.translate("ClosingForm", u"\u6e05\u70b9\u73b0\u91d1\uff08\u5f20\u3001\u679a\uff09", None))
        self.label_10000.setText(QCoreApplication.translate("ClosingForm", u"100 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_10000.setAccessibleName(QCoreApplication.translate("ClosingForm", u"100 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_5000.setText(QCoreApplication.translate("ClosingForm", u"50 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_5000.setAccessibleName(QCoreApplication.translate("ClosingForm", u"50 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_2000.setText(QCoreApplication.translate("ClosingForm", u"20 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_2000.setAccessibleName(QCoreApplication.translate("ClosingForm", u"20 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_1000.setText(QCoreApplication.translate("ClosingForm", u"10 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_1000.setAccessibleName(QCoreApplication.translate("ClosingForm", u"10 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_500.setText(QCoreApplication.translate("ClosingForm", u"5 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_500.setAccessibleName(QCoreApplication.translate("ClosingForm", u"5 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_100.setText(QCoreApplication.translate("ClosingForm", u"1 \u5143", None))
#if QT_CONFIG(accessibility)
        self.count_100.setAccessibleName(QCoreApplication.translate("ClosingForm", u"1 \u5143\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_50.setText(QCoreApplication.translate("ClosingForm", u"5 \u89d2", None))
#if QT_CONFIG(accessibility)
        self.count_50.setAccessibleName(QCoreApplication.translate("ClosingForm", u"5 \u89d2\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_10.setText(QCoreApplication.translate("ClosingForm", u"1 \u89d2", None))
#if QT_CONFIG(accessibility)
        self.count_10.setAccessibleName(QCoreApplication.translate("ClosingForm", u"1 \u89d2\u5f20\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_counted.setText(QCoreApplication.translate("ClosingForm", u"\u5b9e\u70b9", None))
        self.label_booked.setText(QCoreApplication.translate("ClosingForm", u"\u8d26\u9762\u73b0\u91d1", None))
        self.label_difference.setText(QCoreApplication.translate("ClosingForm", u"\u5dee\u989d", None))
        self.dayTitle.setText("")
        self.tabFigures.setText(QCoreApplication.translate("ClosingForm", u"\u6570\u5b57", None))
        self.tabSheet.setText(QCoreApplication.translate("ClosingForm", u"\u65e5\u7ed3\u5355", None))
#if QT_CONFIG(accessibility)
        self.figures.setAccessibleName(QCoreApplication.translate("ClosingForm", u"\u8fd9\u4e00\u5929\u7684\u6570\u5b57", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("ClosingForm", u"\u65e5\u7ed3\u5355\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.taskScroll.setAccessibleName(QCoreApplication.translate("ClosingForm", u"\u529e\u7406", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("ClosingForm", u"Enter \u4e0b\u4e00\u9762\u989d \u00b7 F6 \u6362\u533a \u00b7 F12 \u4e0b\u4e00\u6b65", None))
        self.keep.setText(QCoreApplication.translate("ClosingForm", u"\u5b58\u4e3a PDF", None))
        self.print.setText(QCoreApplication.translate("ClosingForm", u"\u6253\u5370\u65e5\u7ed3\u5355", None))
        self.deposit.setText(QCoreApplication.translate("ClosingForm", u"\u767b\u8bb0\u7f34\u6b3e F9", None))
        self.sign.setText(QCoreApplication.translate("ClosingForm", u"\u590d\u6838\u7b7e\u5b57 F12", None))
        self.close_.setText(QCoreApplication.translate("ClosingForm", u"\u65e5\u7ed3 F12", None))
        pass
    # retranslateUi
