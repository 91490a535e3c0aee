# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'receipts.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QStackedWidget, QTableWidget, QTableWidgetItem,
    QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.text_field import TextField

class Ui_ReceiptsForm(object):
    def setupUi(self, ReceiptsForm):
        if not ReceiptsForm.objectName():
            ReceiptsForm.setObjectName(u"ReceiptsForm")
        ReceiptsForm.setProperty(u"helpTopic", u"receipts")
        ReceiptsForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(ReceiptsForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReceiptsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.modeReceipts = TabButton(ReceiptsForm)
        self.modeReceipts.setObjectName(u"modeReceipts")
        self.modeReceipts.setProperty(u"helpTopic", u"receipts#list")
        self.modeReceipts.setAutoDefault(False)
        self.modeReceipts.setCheckable(True)
        self.modeReceipts.setAutoExclusive(True)
        self.modeReceipts.setProperty(u"look", u"tab")

        self.head.addWidget(self.modeReceipts)

        self.modeRefunds = TabButton(ReceiptsForm)
        self.modeRefunds.setObjectName(u"modeRefunds")
        self.modeRefunds.setProperty(u"helpTopic", u"receipts#refunds")
        self.modeRefunds.setAutoDefault(False)
        self.modeRefunds.setCheckable(True)
        self.modeRefunds.setAutoExclusive(True)
        self.modeRefunds.setProperty(u"look", u"tab")

        self.head.addWidget(self.modeRefunds)

        self.meta = ElidedLabel(ReceiptsForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)

        self.printAll = QPushButton(ReceiptsForm)
        self.printAll.setObjectName(u"printAll")
        self.printAll.setProperty(u"helpTopic", u"receipts#unprinted")
        self.printAll.setAutoDefault(False)
        self.printAll.setProperty(u"iconName", u"printer")

        self.head.addWidget(self.printAll)


        self.page.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.listCard = QFrame(ReceiptsForm)
        self.listCard.setObjectName(u"listCard")
        self.listCard.setProperty(u"look", u"card")
        self.listBox = QVBoxLayout(self.listCard)
        self.listBox.setSpacing(8)
        self.listBox.setObjectName(u"listBox")
        self.listBox.setContentsMargins(16, 12, 16, 16)
        self.filters = QWidget(self.listCard)
        self.filters.setObjectName(u"filters")
        self.filterRow = QHBoxLayout(self.filters)
        self.filterRow.setSpacing(8)
        self.filterRow.setObjectName(u"filterRow")
        self.filterRow.setContentsMargins(0, 0, 0, 0)
        self.box_words = QVBoxLayout()
        self.box_words.setSpacing(2)
        self.box_words.setObjectName(u"box_words")
        self.box_words.setContentsMargins(0, 0, 0, 0)
        self.label_words = QLabel(self.filters)
        self.label_words.setObjectName(u"label_words")
        self.label_words.setProperty(u"look", u"label")

        self.box_words.addWidget(self.label_words)

        self.words = TextField(self.filters)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"helpTopic", u"receipts#search")

        self.box_words.addWidget(self.words)


        self.filterRow.addLayout(self.box_words)

        self.box_day = QVBoxLayout()
        self.box_day.setSpacing(2)
        self.box_day.setObjectName(u"box_day")
        self.box_day.setContentsMargins(0, 0, 0, 0)
        self.label_day = QLabel(self.filters)
        self.label_day.setObjectName(u"label_day")
        self.label_day.setProperty(u"look", u"label")

        self.box_day.addWidget(self.label_day)

        self.day = DateField(self.filters)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"helpTopic", u"receipts#day")

        self.box_day.addWidget(self.day)


        self.filterRow.addLayout(self.box_day)

        self.box_collector = QVBoxLayout()
        self.box_collector.setSpacing(2)
        self.box_collector.setObjectName(u"box_collector")
        self.box_collector.setContentsMargins(0, 0, 0, 0)
        self.label_collector = QLabel(self.filters)
        self.label_collector.setObjectName(u"label_collector")
        self.label_collector.setProperty(u"look", u"label")

        self.box_collector.addWidget(self.label_collector)

        self.collector = CodeField(self.filters)
        self.collector.setObjectName(u"collector")
        self.collector.setProperty(u"helpTopic", u"receipts#collector")

        self.box_collector.addWidget(self.collector)


        self.filterRow.addLayout(self.box_collector)

        self.box_method = QVBoxLayout()
        self.box_method.setSpacing(2)
        self.box_method.setObjectName(u"box_method")
        self.box_method.setContentsMargins(0, 0, 0, 0)
        self.label_method = QLabel(self.filters)
        self.label_method.setObjectName(u"label_method")
        self.label_method.setProperty(u"look", u"label")

        self.box_method.addWidget(self.label_method)

        self.method = CodeField(self.filters)
        self.method.setObjectName(u"method")
        self.method.setProperty(u"helpTopic", u"receipts#method")

        self.box_method.addWidget(self.method)


        self.filterRow.addLayout(self.box_method)

        self.box_state = QVBoxLayout()
        self.box_state.setSpacing(2)
        self.box_state.setObjectName(u"box_state")
        self.box_state.setContentsMargins(0, 0, 0, 0)
        self.label_state = QLabel(self.filters)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setProperty(u"look", u"label")

        self.box_state.addWidget(self.label_state)

        self.state = CodeField(self.filters)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"helpTopic", u"receipts#state")

        self.box_state.addWidget(self.state)


        self.filterRow.addLayout(self.box_state)

        self.filterRow.setStretch(0, 5)
        self.filterRow.setStretch(1, 4)
        self.filterRow.setStretch(2, 3)
        self.filterRow.setStretch(3, 3)
        self.filterRow.setStretch(4, 3)

        self.listBox.addWidget(self.filters)

        self.receipts = QTableWidget(self.listCard)
        self.receipts.setObjectName(u"receipts")
        self.receipts.setProperty(u"helpTopic", u"receipts#list")
        self.receipts.setShowGrid(False)
        self.receipts.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.receipts.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.receipts.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.listBox.addWidget(self.receipts)

        self.refunds = QTableWidget(self.listCard)
        self.refunds.setObjectName(u"refunds")
        self.refunds.setProperty(u"helpTopic", u"receipts#refunds")
        self.refunds.setShowGrid(False)
        self.refunds.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.refunds.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.refunds.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.listBox.addWidget(self.refunds)

        self.empty = QLabel(self.listCard)
        self.empty.setObjectName(u"empty")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty(u"look", u"label")

        self.listBox.addWidget(self.empty)


        self.columns.addWidget(self.listCard)

        self.paperCard = QFrame(ReceiptsForm)
        self.paperCard.setObjectName(u"paperCard")
        self.paperCard.setProperty(u"look", u"card")
        self.paperBox = QVBoxLayout(self.paperCard)
        self.paperBox.setSpacing(8)
        self.paperBox.setObjectName(u"paperBox")
        self.paperBox.setContentsMargins(16, 12, 16, 8)
        self.paperHead = QHBoxLayout()
        self.paperHead.setSpacing(12)
        self.paperHead.setObjectName(u"paperHead")
        self.paperHead.setContentsMargins(0, 0, 0, 0)
        self.paperTitle = ElidedLabel(self.paperCard)
        self.paperTitle.setObjectName(u"paperTitle")
        self.paperTitle.setProperty(u"look", u"heading")

        self.paperHead.addWidget(self.paperTitle)

        self.paperNumber = ElidedLabel(self.paperCard)
        self.paperNumber.setObjectName(u"paperNumber")
        self.paperNumber.setProperty(u"tone", u"quiet")
        sizePolicy.setHeightForWidth(self.paperNumber.sizePolicy().hasHeightForWidth())
        self.paperNumber.setSizePolicy(sizePolicy)

        self.paperHead.addWidget(self.paperNumber)


        self.paperBox.addLayout(self.paperHead)

        self.side = QStackedWidget(self.paperCard)
        self.side.setObjectName(u"side")
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
        self.taskScroll.setProperty(u"helpTopic", u"receipts#actions")
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

        self.paperBox.addWidget(self.side)

        self.message = MessageLine(self.paperCard)
        self.message.setObjectName(u"message")

        self.paperBox.addWidget(self.message)


        self.columns.addWidget(self.paperCard)

        self.columns.setStretch(0, 7)
        self.columns.setStretch(1, 5)

        self.page.addLayout(self.columns)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = ElidedLabel(ReceiptsForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")
        sizePolicy.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy)

        self.actions.addWidget(self.keys)

        self.more = QPushButton(ReceiptsForm)
        self.more.setObjectName(u"more")
        self.more.setProperty(u"helpTopic", u"receipts#more")
        self.more.setAutoDefault(False)

        self.actions.addWidget(self.more)

        self.keep = QPushButton(ReceiptsForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"helpTopic", u"receipts#keep")
        self.keep.setAutoDefault(False)
        self.keep.setProperty(u"iconName", u"save")

        self.actions.addWidget(self.keep)

        self.refund = QPushButton(ReceiptsForm)
        self.refund.setObjectName(u"refund")
        self.refund.setProperty(u"helpTopic", u"receipts#refunds")
        self.refund.setAutoDefault(False)

        self.actions.addWidget(self.refund)

        self.reverse = QPushButton(ReceiptsForm)
        self.reverse.setObjectName(u"reverse")
        self.reverse.setProperty(u"helpTopic", u"receipts#reverse")
        self.reverse.setAutoDefault(False)

        self.actions.addWidget(self.reverse)

        self.void_ = QPushButton(ReceiptsForm)
        self.void_.setObjectName(u"void_")
        self.void_.setProperty(u"helpTopic", u"receipts#void")
        self.void_.setAutoDefault(False)

        self.actions.addWidget(self.void_)

        self.decide = QPushButton(ReceiptsForm)
        self.decide.setObjectName(u"decide")
        self.decide.setProperty(u"helpTopic", u"receipts#refunds")
        self.decide.setAutoDefault(False)

        self.actions.addWidget(self.decide)

        self.reprint = QPushButton(ReceiptsForm)
        self.reprint.setObjectName(u"reprint")
        self.reprint.setProperty(u"helpTopic", u"receipts#reprint")
        self.reprint.setAutoDefault(False)
        self.reprint.setProperty(u"iconName", u"printer")
        self.reprint.setProperty(u"look", u"primary")

        self.actions.addWidget(self.reprint)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_words.setBuddy(self.words)
        self.label_day.setBuddy(self.day)
        self.label_collector.setBuddy(self.collector)
        self.label_method.setBuddy(self.method)
        self.label_state.setBuddy(self.state)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReceiptsForm)
    # setupUi

    def retranslateUi(self, ReceiptsForm):
        self.title.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u8d39\u4e0e\u6536\u636e", None))
        self.modeReceipts.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e", None))
        self.modeRefunds.setText(QCoreApplication.translate("ReceiptsForm", u"\u9000\u8d39\u7533\u8bf7", None))
        self.printAll.setText(QCoreApplication.translate("ReceiptsForm", u"\u6253\u5370\u961f\u5217\u5168\u90e8 U", None))
        self.label_words.setText(QCoreApplication.translate("ReceiptsForm", u"\u67e5\u627e", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u67e5\u627e\uff1a\u6536\u636e\u53f7\u3001\u7f34\u6b3e\u4eba\u3001\u53c2\u4fdd\u4eba\u6216\u6237\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.label_day.setText(QCoreApplication.translate("ReceiptsForm", u"\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_collector.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u8d39\u5458", None))
#if QT_CONFIG(accessibility)
        self.collector.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u8d39\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.label_method.setText(QCoreApplication.translate("ReceiptsForm", u"\u65b9\u5f0f", None))
#if QT_CONFIG(accessibility)
        self.method.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u8d39\u65b9\u5f0f", None))
#endif // QT_CONFIG(accessibility)
        self.label_state.setText(QCoreApplication.translate("ReceiptsForm", u"\u72b6\u6001", None))
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u72b6\u6001", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.receipts.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.refunds.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u9000\u8d39\u7533\u8bf7", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        self.paperTitle.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.taskScroll.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u529e\u7406", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("ReceiptsForm", u"\u2191\u2193 \u9009\u62e9 \u00b7 / \u67e5\u627e", None))
        self.more.setText(QCoreApplication.translate("ReceiptsForm", u"\u66f4\u591a M", None))
        self.keep.setText(QCoreApplication.translate("ReceiptsForm", u"\u5b58\u4e3a\u6587\u4ef6 S", None))
        self.refund.setText(QCoreApplication.translate("ReceiptsForm", u"\u9000\u8d39\u7533\u8bf7 T", None))
        self.reverse.setText(QCoreApplication.translate("ReceiptsForm", u"\u7ea2\u51b2 H", None))
        self.void_.setText(QCoreApplication.translate("ReceiptsForm", u"\u4f5c\u5e9f V", None))
        self.decide.setText(QCoreApplication.translate("ReceiptsForm", u"\u767b\u8bb0\u7b54\u590d D", None))
        self.reprint.setText(QCoreApplication.translate("ReceiptsForm", u"\u6253\u5370 P", None))
        pass
    # retranslateUi
